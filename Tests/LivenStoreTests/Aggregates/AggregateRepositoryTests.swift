import LivenStore
import LivenStoreTestSupport
import Synchronization
import Testing

@Suite("Aggregates are loaded and saved", .serialized)
struct AggregateRepositoryTests {
  private static func stores() throws -> [any EventStore] {
    [
      InMemoryEventStore(),
      try JSONEventStore(at: TemporaryStore().path, options: .init(durability: .buffered)),
    ]
  }

  private func renames(_ names: String...) -> [any DomainEvent] {
    [UserCreated(userID: "42", username: "ann")] + names.map { UserRenamed(newUsername: $0) }
  }

  private func save(_ events: [any DomainEvent], _ users: AggregateRepository<User>) async throws {
    var user = AggregateRoot<User>()
    for event in events { try user.apply(event) }
    try await users.save(&user)
  }

  @Test("what was applied is saved and loaded; a second save has nothing to do")
  func saving() async throws {
    for store in try Self.stores() {
      let users = AggregateRepository<User>(store: store)
      #expect(try await !users.exists("42"))
      var user = AggregateRoot<User>()
      try user.apply(UserCreated(userID: "42", username: "ann"))
      try user.apply(UserRenamed(newUsername: "bea"))
      #expect(try await users.save(&user) == AppendResult(isNew: true, version: 2))
      #expect(user.version == 2 && user.unsavedEvents.isEmpty)
      #expect(try await users.save(&user).isNew == false)
      let loaded = try await users.load("42")
      #expect(loaded.state == user.state && loaded.version == 2)
      #expect(try await users.exists("42"))
      #expect(try await users.history("42").map(\.type) == ["UserCreated", "UserRenamed"])
      #expect(try await store.eventIDs(in: "user-42").count == 2)
    }
  }

  @Test("who loads what somebody else has changed since is refused, with the events between")
  func conflict() async throws {
    for store in try Self.stores() {
      let users = AggregateRepository<User>(store: store)
      try await save(renames(), users)
      var (first, second) = (try await users.load("42"), try await users.load("42"))
      try first.apply(UserRenamed(newUsername: "first"))
      try second.apply(UserRenamed(newUsername: "second"))
      try await users.save(&first)
      do {
        try await users.save(&second)
        Issue.record("a stale save went through")
      } catch let error as EventStoreError {
        #expect(error.code == .versionConflict)
        #expect(error.conflict?.expected == .exactly(1) && error.conflict?.actual == 2)
        #expect(error.conflict?.between == [try await store.eventIDs(in: "user-42")[1]])
      }
      #expect(second.unsavedEvents.count == 1)
      #expect(try await users.load("42").username == "first")
    }
  }

  /// A store that stores and then says that it does not know, once.
  private final class ForgetfulStore: EventStore {
    let store = InMemoryEventStore()
    let forgets = Mutex(true)

    var guarantees: StoreGuarantees { store.guarantees }
    func append(
      _ events: [Event], to streams: [StreamName], expecting expected: ExpectedVersion
    ) async throws(EventStoreError) -> AppendResult {
      let result = try await store.append(events, to: streams, expecting: expected)
      let forgets = forgets.withLock { forgets in
        defer { forgets = false }
        return forgets
      }
      if forgets { throw EventStoreError(code: .outcomeUnknown, message: "not known") }
      return result
    }
    func link(_ id: EventID, to stream: StreamName) async throws(EventStoreError) -> Bool {
      try await store.link(id, to: stream)
    }
    func read(_ id: EventID) async throws(EventStoreError) -> Event { try await store.read(id) }
    func readStream(
      _ stream: StreamName, after: EventID?, limit: Int
    ) async throws(EventStoreError) -> StreamPage {
      try await store.readStream(stream, after: after, limit: limit)
    }
    func eventIDs(in stream: StreamName) async throws(EventStoreError) -> [EventID] {
      try await store.eventIDs(in: stream)
    }
    func positions(in stream: StreamName) async throws(EventStoreError) -> [EventID: Int] {
      try await store.positions(in: stream)
    }
    func streams(
      after: StreamName?, limit: Int
    ) async throws(EventStoreError) -> [StreamSummary] {
      try await store.streams(after: after, limit: limit)
    }
    func publish(_ event: Event) async throws(EventStoreError) -> AppendResult {
      try await append([event], to: [], expecting: .any)
    }
    func subscribe(
      to types: [EventType], handler: @escaping @Sendable (Event) -> Void
    ) -> Subscription { store.subscribe(to: types, handler: handler) }
  }

  @Test("a save whose outcome is not known is settled by saving again, with more applied or not")
  func unknownOutcome() async throws {
    for appliesMore in [false, true] {
      let store = ForgetfulStore()
      let users = AggregateRepository<User>(store: store)
      var user = AggregateRoot<User>()
      try user.apply(UserCreated(userID: "42", username: "ann"))
      await #expect(throws: EventStoreError.self) { try await users.save(&user) }
      if appliesMore { try user.apply(UserRenamed(newUsername: "bea")) }
      try await users.save(&user)
      #expect(try await users.history("42").count == (appliesMore ? 2 : 1))
      #expect(user.version == (appliesMore ? 2 : 1))
    }
  }

  @Test("a save that is tried again does not take what others saved meanwhile for its own")
  func retryAndOthers() async throws {
    let store = ForgetfulStore()
    let users = AggregateRepository<User>(store: store)
    var user = AggregateRoot<User>()
    try user.apply(UserCreated(userID: "42", username: "ann"))
    await #expect(throws: EventStoreError.self) { try await users.save(&user) }
    try await users.update("42") { try $0.apply(UserRenamed(newUsername: "other")) }
    try await users.save(&user)
    #expect(user.version == 1)
    try user.apply(UserDeactivated(reason: ""))
    await #expect(throws: EventStoreError.self) { try await users.save(&user) }
  }

  @Test("two that are new under one id: one is saved")
  func sameID() async throws {
    let users = AggregateRepository<User>(store: InMemoryEventStore())
    try await save(renames(), users)
    await #expect(throws: EventStoreError.self) { try await save(renames(), users) }
  }

  @Test("update begins again until it is not overtaken; no update is lost")
  func updates() async throws {
    for store in try Self.stores() {
      let users = AggregateRepository<User>(store: store)
      await withTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            for number in 0..<25 {
              do {
                try await users.update("42") { user in
                  if user.version == 0 { try user.apply(UserCreated(userID: "42", username: "")) }
                  try user.apply(UserRenamed(newUsername: "\(task)-\(number)"))
                }
              } catch { Issue.record("\(error)") }
            }
          }
        }
      }
      let events = try await users.history("42")
      let names = events.compactMap { try? $0.decode(as: UserRenamed.self).newUsername }
      #expect(events.count == 101)
      #expect(Set(names).count == 100)
    }
  }

  @Test("update throws what the change throws, and saves nothing then")
  func failingUpdate() async throws {
    let users = AggregateRepository<User>(store: InMemoryEventStore())
    try await save(renames("bea"), users)
    await #expect(throws: Refused.self) {
      try await users.update("42") { try $0.apply(UserRenamed(newUsername: "")) }
    }
    #expect(try await users.load("42").version == 2)
  }

  @Test("an aggregate without an id, one that is not there, and an id that is no name are refused")
  func refusals() async throws {
    let users = AggregateRepository<User>(store: InMemoryEventStore())
    var user = AggregateRoot<User>()
    try user.apply(UserDeactivated(reason: ""))
    await #expect(throws: EventStoreError.self) { try await users.save(&user) }
    await #expect(throws: EventStoreError.self) { try await users.load("7") }
    await #expect(throws: EventStoreError.self) { try await users.load("../x") }
  }

  @Test("unknown events throw, or are counted and passed over, as the caller says")
  func unknownEvents() async throws {
    let store = InMemoryEventStore()
    try await save(renames("bea"), AggregateRepository<User>(store: store))
    try await store.append(Event(UnknownEvent()), to: ["user-42"])
    do {
      _ = try await AggregateRepository<User>(store: store).load("42")
      Issue.record("an unknown event was passed over")
    } catch let error as EventStoreError {
      #expect(error.message == "method onUnknownEvent not found on handler User")
    }
    let user = try await AggregateRepository<User>(store: store, unknownEvents: .skip).load("42")
    #expect(user.skippedCount == 1 && user.version == 3 && user.username == "bea")
  }

  @Test("a stored event that the handler refuses is named")
  func refusedEvent() async throws {
    let store = InMemoryEventStore()
    let bad = try Event(UserRenamed(newUsername: ""))
    try await store.append(bad, to: ["user-42"])
    do {
      _ = try await AggregateRepository<User>(store: store).load("42")
      Issue.record("a refused event was passed over")
    } catch let error as EventStoreError {
      #expect(error.code == .eventRefused)
      #expect(error.message.contains("'\(bad.id)': username cannot be empty"))
      #expect(error.cause is Refused)
    }
  }
}
