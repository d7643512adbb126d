import LivenStore
import LivenStoreMacros

struct UserCreated: DomainEvent {
  var userID: String
  var username: String
}

struct UserRenamed: DomainEvent {
  var newUsername: String
}

struct UserDeactivated: DomainEvent {}

/// An event that the user does not know.
struct UnknownEvent: DomainEvent {}

enum UserError: Error { case nameIsEmpty }

/// The example of the README; its handlers are private.
@Aggregate
struct User {
  private(set) var id = ""
  private(set) var username = ""
  private(set) var isActive = false

  private mutating func onUserCreated(_ event: UserCreated) {
    (id, username, isActive) = (event.userID, event.username, true)
  }

  private mutating func onUserRenamed(_ event: UserRenamed) throws {
    username = event.newUsername
    guard !username.isEmpty else { throw UserError.nameIsEmpty }
  }

  private mutating func onUserDeactivated(_ event: UserDeactivated) { isActive = false }
}
