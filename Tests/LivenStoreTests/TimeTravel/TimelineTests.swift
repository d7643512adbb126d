import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The life of an aggregate")
struct TimelineTests {
  private func store(_ events: [any DomainEvent]) async throws -> InMemoryEventStore {
    let store = InMemoryEventStore()
    for event in events { try await store.append(Event(event), to: ["user-42"]) }
    return store
  }

  private let events: [any DomainEvent] = [
    UserCreated(userID: "42", username: "ann"), UserRenamed(newUsername: "bea"), UnknownEvent(),
    UserRenamed(newUsername: ""), UserDeactivated(reason: "gone"),
    UserRenamed(newUsername: "cleo"),
  ]

  @Test("is told step by step; what cannot be applied is marked, and the state stays")
  func steps() async throws {
    let users = AggregateRepository<User>(store: try await store(events))
    var seen: [String] = []
    for try await step in users.timeline("42") {
      let changes = step.changes.map {
        "\($0.path) \($0.old?.description ?? "–") \($0.new?.description ?? "–")"
      }
      seen.append(
        "\(step.version) \(step.event.type) \(changes) \(step.error.map { "\($0)" } ?? "")")
      if step.error != nil { #expect(step.before == step.after) }
    }
    #expect(
      seen == [
        #"1 UserCreated [".active false true", ".id \"\" \"42\"", ".username \"\" \"ann\""] "#,
        #"2 UserRenamed [".username \"ann\" \"bea\""] "#,
        "3 UnknownEvent [] method onUnknownEvent not found on handler User",
        "4 UserRenamed [] username cannot be empty",
        #"5 UserDeactivated [".active true false"] "#,
        #"6 UserRenamed [".username \"bea\" \"cleo\""] "#,
      ])
  }

  @Test("any step is reached in any order, also behind a hundred events")
  func jumps() async throws {
    let renames = (0..<450).map { UserRenamed(newUsername: "name\($0)") as any DomainEvent }
    let users = AggregateRepository<User>(
      store: try await store([UserCreated(userID: "42", username: "ann")] + renames))
    let timeline = users.timeline("42")
    var random = RepeatableRandom(seed: 1)
    for version in (1...451).shuffled(using: &random).prefix(60) + [451, 1, 100, 101, 200] {
      let step = try await timeline.step(at: version)
      #expect(step.version == version)
      #expect(step.after.username == (version == 1 ? "ann" : "name\(version - 2)"))
    }
    await #expect(throws: EventStoreError.self) { try await timeline.step(at: 452) }
    await #expect(throws: EventStoreError.self) { try await timeline.step(at: 0) }
    #expect(try await timeline.state(at: 0) == User())
  }

  @Test("blame finds what set a value; bisect the first event after which something holds")
  func questions() async throws {
    let timeline = AggregateRepository<User>(store: try await store(events)).timeline("42")
    #expect(try await timeline.blame(".username").map(\.version) == [1, 2, 6])
    #expect(try await timeline.blame("active").map(\.version) == [1, 5])
    #expect(try await timeline.blame(".").map(\.version) == [1, 2, 5, 6])
    #expect(try await timeline.blame(".user").isEmpty)
    await #expect(throws: EventStoreError.self) { try await timeline.blame("..") }
    #expect(try await timeline.bisect { !$0.active }?.version == 5)
    #expect(try await timeline.bisect { $0.username == "zoe" } == nil)
  }

  struct Filled: DomainEvent { var values: [String] }

  struct Basket: Aggregate, Codable {
    private(set) var id = "1"
    private(set) var values: [String] = []
    static let handledEvents: [any DomainEvent.Type] = [Filled.self]
    mutating func handle(_ event: any DomainEvent) throws {
      if let event = event as? Filled { values = event.values }
    }
  }

  @Test("blame asks for the value, whatever the changes are called")
  func blameOfElements() async throws {
    let store = InMemoryEventStore()
    for values in [["a", "b", "c"], ["b", "c"], ["b", "c", "d"]] {
      try await store.append(Event(Filled(values: values)), to: ["basket-1"])
    }
    let timeline = AggregateRepository<Basket>(store: store).timeline("1")
    #expect(try await timeline.blame(".values[1]").map(\.version) == [1, 2])
    #expect(try await timeline.blame(".values[2]").map(\.version) == [1, 2, 3])
  }

  @Test("an event that cannot be read is a step with an error; the others are there")
  func unreadable() async throws {
    let folder = try TemporaryStore()
    let store = try JSONEventStore(at: folder.path, options: .init(durability: .buffered))
    let all = (0..<150).map { UserRenamed(newUsername: "name\($0)") as any DomainEvent }
    for event in [UserCreated(userID: "42", username: "ann")] + all {
      try await store.append(Event(event), to: ["user-42"])
    }
    let ids = try await store.eventIDs(in: "user-42")
    try folder.write("{}", to: "events/\(ids[120]).json")
    let timeline = AggregateRepository<User>(store: store).timeline("42")
    #expect(try await timeline.step(at: 120).after.username == "name118")
    let step = try await timeline.step(at: 121)
    #expect(step.error != nil && step.before == step.after)
    #expect(try await timeline.step(at: 151).after.username == "name149")
  }

  @Test("what-if applies drafts and writes nothing")
  func whatIf() async throws {
    let store = try await store(events)
    let timeline = AggregateRepository<User>(store: store).timeline("42")
    let drafts: [any DomainEvent] = [
      UserRenamed(newUsername: "draft"), UserRenamed(newUsername: ""),
    ]
    let steps = try await timeline.whatIf(drafts)
    #expect(steps.map(\.version) == [7, 8])
    #expect(steps.map(\.after.username) == ["draft", "draft"])
    #expect(steps.map { $0.error == nil } == [true, false])
    #expect(try await timeline.whatIf(drafts, at: 1).first?.before.username == "ann")
    #expect(try await store.eventIDs(in: "user-42").count == 6)
  }

  @Test("of an aggregate that is not there is an error of the first step")
  func missing() async throws {
    let users = AggregateRepository<User>(store: InMemoryEventStore())
    for id in ["7", "a/b"] {
      var iterator = users.timeline(id).makeAsyncIterator()
      await #expect(throws: EventStoreError.self) { try await iterator.next() }
    }
  }
}
