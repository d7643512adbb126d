import LivenStore
import LivenStoreMacros
import Testing

@Suite("A struct with @Aggregate handles events")
struct AggregateTests {
  private let created = UserCreated(userID: "42", username: "john")

  @Test("applied events change the state and are collected once")
  func apply() throws {
    var user = AggregateRoot<User>()
    try user.apply(created)
    try user.apply(UserRenamed(newUsername: "jo"))
    try user.apply(UserDeactivated())
    #expect(user.id == "42")
    #expect(user.username == "jo")
    #expect(!user.isActive)
    let events = user.collectUnsavedEvents()
    #expect(events.map { "\(type(of: $0))" } == ["UserCreated", "UserRenamed", "UserDeactivated"])
    #expect(user.collectUnsavedEvents().isEmpty)
  }

  @Test("replayed events change the state and are not collected")
  func replay() throws {
    var user = AggregateRoot<User>()
    try user.replay(created)
    #expect(user.username == "john")
    #expect(user.isActive)
    #expect(user.collectUnsavedEvents().isEmpty)
  }

  @Test("a handler that throws leaves nothing behind")
  func refused() throws {
    var user = AggregateRoot<User>()
    try user.apply(created)
    #expect(throws: UserError.nameIsEmpty) { try user.apply(UserRenamed(newUsername: "")) }
    #expect(user.username == "john")
    #expect(user.unsavedEvents.count == 1)
  }

  @Test("an event without a handler is refused in the seed's words")
  func unknown() throws {
    var user = AggregateRoot<User>()
    let error = #expect(throws: EventStoreError.self) { try user.apply(UnknownEvent()) }
    #expect(error?.code == .handlerNotFound)
    #expect(error?.message == "method onUnknownEvent not found on handler User")
    #expect(user.unsavedEvents.isEmpty)
  }

  @Test("the handled events are those of the handlers, in their order")
  func handledEvents() {
    let names = User.handledEvents.map { "\($0)" }
    #expect(names == ["UserCreated", "UserRenamed", "UserDeactivated"])
  }

  @Test("nested and generic events, labels, and a struct that other modules see")
  func account() throws {
    var account = AggregateRoot<Account>()
    try account.apply(Account.Opened(accountID: "7"))
    try account.apply(Money.Deposited(amount: 5))
    #expect(account.balance == 5)
    try account.apply(Money.Corrected(amount: 3, reason: "miscounted"))
    #expect(account.balance == 3)
    #expect(account.id == "7")
    #expect(throws: EventStoreError.self) {
      try account.apply(Money.Corrected(amount: 3, reason: 1))
    }
    #expect(try Account.ownerID(after: Account.Opened(accountID: "8")) == "8")
  }
}
