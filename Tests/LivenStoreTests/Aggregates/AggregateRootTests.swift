import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("An aggregate root keeps what the original's README says")
struct AggregateRootTests {
  private func created() throws -> AggregateRoot<User> {
    var user = AggregateRoot<User>()
    try user.apply(UserCreated(userID: "user-001", username: "john_doe"))
    return user
  }

  @Test("Applying Events: create, rename, deactivate")
  func applying() throws {
    var user = try created()
    #expect(user.id == "user-001" && user.username == "john_doe" && user.active)
    try user.apply(UserRenamed(newUsername: "john_smith"))
    #expect(user.username == "john_smith")
    try user.apply(UserDeactivated(reason: "User requested deletion"))
    #expect(!user.active)
    #expect(user.unsavedEvents.count == 3)
  }

  @Test("When to use which: apply tracks events, replay does not")
  func tracking() throws {
    var user = try created()
    try user.replay(UserRenamed(newUsername: "john_smith"))
    #expect(user.username == "john_smith")
    #expect(user.unsavedEvents.count == 1)
    var replayed = AggregateRoot<User>()
    try replayed.replay(UserCreated(userID: "1", username: "a"))
    #expect(replayed.unsavedEvents.isEmpty)
    #expect(replayed.username == "a")
  }

  @Test("Error Handling, missing handler method: the original's sentence")
  func missingHandler() throws {
    var user = AggregateRoot<User>()
    let error = #expect(throws: EventStoreError.self) { try user.apply(UnknownEvent()) }
    #expect(error?.code == .handlerNotFound)
    #expect(error?.message == "method onUnknownEvent not found on handler User")
  }

  @Test("Error Handling, handler returns error: it is propagated, and nothing is left behind")
  func handlerThrows() throws {
    var user = try created()
    let before = user.state
    for isNew in [true, false] {
      let error = #expect(throws: Refused.self) {
        let event = UserRenamed(newUsername: "")
        if isNew { try user.apply(event) } else { try user.replay(event) }
      }
      #expect(error?.description == "username cannot be empty")
    }
    #expect(user.state == before)
    #expect(user.unsavedEvents.count == 1)
  }

  @Test("Key behaviors: collecting returns all in order, once, and is never nil")
  func collecting() throws {
    var user = try created()
    try user.apply(UserRenamed(newUsername: "john_smith"))
    _ = try? user.apply(UserRenamed(newUsername: ""))
    let events = user.collectUnsavedEvents()
    #expect(events.count == 2)
    #expect(events.first as? UserCreated == UserCreated(userID: "user-001", username: "john_doe"))
    #expect(events.last as? UserRenamed == UserRenamed(newUsername: "john_smith"))
    #expect(user.collectUnsavedEvents().isEmpty)
    try user.apply(UserDeactivated(reason: ""))
    #expect(user.collectUnsavedEvents().count == 1)
  }

  @Test("the home stream is named by the type and the id")
  func homeStream() throws {
    #expect(try User.homeStream(of: "42") == "user-42")
    #expect(throws: EventStoreError.self) { try User.homeStream(of: "") }
    #expect(throws: EventStoreError.self) { try User.homeStream(of: "a/b") }
  }
}
