import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Domain events")
struct DomainEventTests {
  struct OrderPlaced: DomainEvent, Equatable {
    var orderID: String
    var amount: Double
    var at: Date
    var scan: Data
    var note: String?
  }

  /// Three kinds, one after the other: a name, its parts, and a stored name of its own.
  struct NamedV1: DomainEvent { var name: String }

  struct NamedV2: DomainEvent {
    var first: String
    var last: String
    static var upcasts: [Upcast<Self>] {
      [
        Upcast(from: NamedV1.self) { old in
          let words = old.name.split(separator: " ").map(String.init)
          guard words.count == 2 else { throw Refused(description: "no two words") }
          return Self(first: words[0], last: words[1])
        }
      ]
    }
  }

  struct Named: DomainEvent, Equatable {
    var parts: [String]
    static var eventType: EventType { "*main.Named" }
    static var formerEventTypes: [EventType] { ["PersonNamed"] }
    static var upcasts: [Upcast<Self>] {
      [Upcast(from: NamedV2.self) { Self(parts: [$0.first, $0.last]) }]
    }
  }

  /// An older kind that shares its stored name with the newer one.
  struct OldPrice: DomainEvent {
    var cents: Int
    static var eventType: EventType { "Price" }
  }

  struct Price: DomainEvent, Equatable {
    var amount: Int
    var currency: String
    static var upcasts: [Upcast<Self>] {
      [Upcast(from: OldPrice.self) { Self(amount: $0.cents, currency: "EUR") }]
    }
  }

  private func stored(_ type: EventType, _ payload: String) throws -> Event {
    try Event(type: type, payload: payload)
  }

  @Test("go into an event and out of it; times to the millisecond, data in base 64")
  func roundTrip() throws {
    let placed = OrderPlaced(
      orderID: "7", amount: 59.9, at: Date(timeIntervalSince1970: 1_713_868_259.7),
      scan: Data([0, 255, 62]), note: nil)
    let event = try Event(placed)
    #expect(event.type == "OrderPlaced")
    #expect(
      String(decoding: event.payload, as: UTF8.self)
        == #"{"amount":59.9,"at":"2024-04-23T10:30:59.700Z","orderID":"7","scan":"AP8+"}"#)
    #expect(try event.decode(as: OrderPlaced.self) == placed)
  }

  @Test("the wrong kind is refused with the original's sentence: stored, then asked for")
  func wrongType() throws {
    let event = try Event(UserCreated(userID: "42", username: "ann"))
    let error = #expect(throws: EventStoreError.self) { try event.decode(as: OrderPlaced.self) }
    #expect(error?.code == .wrongEventType)
    #expect(error?.message == "Wrong event type. Expected UserCreated, got OrderPlaced")
  }

  @Test(
    "a Go program's names are read, with and without star and package",
    arguments: ["*main.UserCreated", "main.UserCreated", "UserCreated", "*a.b.UserCreated"])
  func goNames(type: String) throws {
    let event = try stored(EventType(type), #"{"user_id": "42", "username": "ann", "extra": 1}"#)
    #expect(try event.decode(as: UserCreated.self) == UserCreated(userID: "42", username: "ann"))
    #expect(EventType("*main.Captured[main.Card]").shortName == "Captured[main.Card]")
  }

  @Test(
    "older kinds become the newest, step by step, on every way of reading",
    arguments: [
      ("NamedV1", #"{"name":"Ann Lee"}"#), ("NamedV2", #"{"first":"Ann","last":"Lee"}"#),
      ("main.NamedV1", #"{"name":"Ann Lee"}"#), ("*main.Named", #"{"parts":["Ann","Lee"]}"#),
      ("PersonNamed", #"{"parts":["Ann","Lee"]}"#), ("Named", #"{"parts":["Ann","Lee"]}"#),
    ])
  func upcasts(type: String, payload: String) throws {
    let event = try stored(EventType(type), payload)
    let newest = Named(parts: ["Ann", "Lee"])
    #expect(try event.decode(as: Named.self) == newest)
    #expect(try EventRegistry([Named.self]).decode(event) as? Named == newest)
    #expect(EventRegistry([Named.self]).knows(EventType(type)))
  }

  @Test("subscribers get older kinds as the newest, and hear of what cannot be read")
  func subscription() async throws {
    let store = InMemoryEventStore()
    let heard = Monitor<[String]>([])
    let subscription = store.subscribe(to: Named.self) { named, event in
      heard.withLock { $0.append("\(event.type): \(named.parts)") }
    } failure: { error, event in
      heard.withLock { $0.append("\(event.type): \(error)") }
    }
    try await store.publish(stored("NamedV1", #"{"name":"Ann Lee"}"#))
    try await store.publish(stored("Other", "{}"))
    try await store.publish(stored("NamedV1", #"{"name":"Ann"}"#))
    try await store.publish(Event(Named(parts: ["B"])))
    #expect(Deadline.waitFor { heard.withLock { $0.count == 3 } })
    subscription.cancel()
    let expected = [
      #"NamedV1: ["Ann", "Lee"]"#, "NamedV1: no two words", #"*main.Named: ["B"]"#,
    ]
    #expect(heard.withLock { $0 } == expected)
  }

  @Test("kinds that share a stored name are told apart by their members")
  func sharedName() throws {
    let old = try stored("Price", #"{"cents":120}"#)
    let new = try stored("Price", #"{"amount":5,"currency":"USD"}"#)
    #expect(try old.decode(as: Price.self) == Price(amount: 120, currency: "EUR"))
    #expect(try new.decode(as: Price.self) == Price(amount: 5, currency: "USD"))
    let neither = try stored("Price", #"{"x":1}"#)
    #expect(throws: EventStoreError.self) { try neither.decode(as: Price.self) }
  }

  /// Three kinds of one name, the newest reading both older ones.
  struct FirstCreated: DomainEvent {
    var a: Int
    static var eventType: EventType { "Created" }
  }
  struct SecondCreated: DomainEvent {
    var b: Int
    static var eventType: EventType { "Created" }
  }
  struct Created: DomainEvent, Equatable {
    var c: Int
    static var upcasts: [Upcast<Self>] {
      [
        Upcast(from: SecondCreated.self) { Self(c: $0.b) },
        Upcast(from: FirstCreated.self) { old in
          guard old.a >= 0 else { throw Refused(description: "below zero") }
          return Self(c: old.a)
        },
      ]
    }
  }

  @Test(
    "of several older kinds of one name the one that fits is taken",
    arguments: [#"{"a":1}"#, #"{"b":1}"#, #"{"c":1}"#])
  func severalOlder(payload: String) throws {
    let event = try stored("Created", payload)
    #expect(try event.decode(as: Created.self) == Created(c: 1))
    #expect(try EventRegistry([Created.self]).decode(event) as? Created == Created(c: 1))
    let bad = try stored("Created", #"{"a":-1}"#)
    #expect(throws: Refused.self) { try bad.decode(as: Created.self) }
    #expect(throws: Refused.self) { try EventRegistry([Created.self]).decode(bad) }
  }

  struct PackagedCreated: DomainEvent {
    var c: Int
    static var eventType: EventType { "*order.Created" }
  }

  @Test("a name that is given with its package is that package's alone")
  func packages() throws {
    #expect(throws: EventStoreError.self) {
      try stored("*user.Created", #"{"c":1}"#).decode(as: PackagedCreated.self)
    }
    #expect(try stored("*order.Created", #"{"c":1}"#).decode(as: PackagedCreated.self).c == 1)
  }

  @Test(
    "dates that RFC 3339 cannot say are refused, not stored", arguments: [1e300, -1e15, .infinity])
  func dates(seconds: Double) throws {
    let placed = OrderPlaced(
      orderID: "7", amount: 1, at: Date(timeIntervalSince1970: seconds), scan: Data(), note: nil)
    #expect(throws: EncodingError.self) { try Event(placed) }
  }

  @Test("what an upcast throws is thrown")
  func failingUpcast() throws {
    let event = try stored("NamedV1", #"{"name":"Ann"}"#)
    #expect(throws: Refused.self) { try event.decode(as: Named.self) }
  }

  @Test("a registry gives nothing for a name that it does not know")
  func unknown() throws {
    let registry = EventRegistry([UserCreated.self])
    #expect(try registry.decode(stored("Other", "{}")) == nil)
    #expect(!registry.knows("Other"))
  }

  @Test(
    "a payload of another form is named by member, and none of it is shown",
    arguments: [
      (#"{"user_id":"s3cret"}"#, "'.username' is missing"),
      (#"{"user_id":7,"username":"s3cret"}"#, "'.user_id' is no String"),
      (#"["s3cret"]"#, "'' is no Dictionary"), ("s3cret", "it is not JSON"),
      ("", "'.user_id' is missing"),
    ])
  func mismatch(payload: String, problem: String) throws {
    let event = try stored("UserCreated", payload)
    let error = #expect(throws: EventStoreError.self) { try event.decode(as: UserCreated.self) }
    #expect(error?.code == .payloadMismatch)
    #expect(error?.message.contains(problem) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("s3cret") == false)
    #expect(error?.message.contains(event.id.description) == true)
  }

  @Test("an empty payload is an event without members")
  func empty() throws {
    let event = try stored("UnknownEvent", "")
    #expect(throws: Never.self) { try event.decode(as: UnknownEvent.self) }
  }
}
