import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("An aggregate as it was at a moment")
struct MomentTests {
  /// A history of one user, the same for the same seed, with an event a second.
  static func history(seed: Int) -> [Event] {
    var random = RepeatableRandom(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    return (0..<count).compactMap { number in
      let id = EventID(
        ULID(
          milliseconds: 1_700_000_000_000 + UInt64(number) * 1_000, randomHigh: 0,
          randomLow: UInt64(number)))
      let event: any DomainEvent =
        switch Int.random(in: 0..<3, using: &random) {
        case 0: UserCreated(userID: "42", username: "user\(number)")
        case 1: UserRenamed(newUsername: "name\(Int.random(in: 0..<5, using: &random))")
        default: UserDeactivated(reason: "\(number)")
        }
      return try? Event(event, id: id)
    }
  }

  static func fold(_ events: ArraySlice<Event>) throws -> User {
    let registry = EventRegistry(User.handledEvents)
    var user = User()
    for event in events { if let event = try registry.decode(event) { try user.handle(event) } }
    return user
  }

  @Test(
    "at every version of a hundred random histories it is what a fresh fold makes",
    arguments: 0..<100)
  func everyVersion(seed: Int) async throws {
    let events = Self.history(seed: seed)
    let store = InMemoryEventStore()
    for event in events { try await store.append([event], to: ["user-42"], expecting: .any) }
    let users = AggregateRepository<User>(store: store)
    let timeline = users.timeline("42")
    let positions = try await store.positions(in: "user-42")
    for version in 0...events.count {
      let expected = try Self.fold(events.prefix(version))
      #expect(try await users.load("42", at: .version(version)) == expected)
      #expect(try await timeline.state(at: version) == expected)
      guard version > 0 else { continue }
      let event = events[version - 1]
      let date = Date(timeIntervalSince1970: Double(event.id.timeMilliseconds ?? 0) / 1_000 + 0.5)
      #expect(try await users.load("42", at: .time(date)) == expected)
      let position = try #require(positions[event.id])
      #expect(try await users.load("42", at: .position(position)) == expected)
    }
  }

  @Test("on disk a position is a row of the ledger")
  func positions() async throws {
    let store = try JSONEventStore(at: TemporaryStore().path)
    let events = Self.history(seed: 7)
    for (number, event) in events.enumerated() {
      try await store.append(
        [event], to: number % 2 == 0 ? ["user-42"] : ["other-1"], expecting: .any)
    }
    let users = AggregateRepository<User>(store: store)
    let own = stride(from: 0, to: events.count, by: 2).map { events[$0] }
    let positions = try await store.positions(in: "user-42")
    #expect(positions.count == own.count)
    for (number, event) in own.enumerated() {
      let position = try #require(positions[event.id])
      let expected = try Self.fold(own.prefix(number + 1))
      #expect(try await users.load("42", at: .position(position)) == expected)
    }
  }
}
