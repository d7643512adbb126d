import LivenStore

/// What happens to a user; the Go program of the original stores them as `*main.UserCreated`, …
struct UserCreated: DomainEvent {
  var userID: String
  var username: String

  enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case username
  }
}

struct UserRenamed: DomainEvent {
  var newUsername: String

  enum CodingKeys: String, CodingKey { case newUsername = "new_username" }
}

struct UserDeactivated: DomainEvent {
  var reason: String
}

/// A user of the shop.
struct User: Aggregate, Codable {
  private(set) var id = ""
  private(set) var username = ""
  private(set) var formerNames: [String] = []
  private(set) var isActive = false
  private(set) var whyInactive: String?

  /// What a handler refuses; the browser shows the sentence at the event.
  struct Refusal: Error, CustomStringConvertible { let description: String }

  static let handledEvents: [any DomainEvent.Type] = [
    UserCreated.self, UserRenamed.self, UserDeactivated.self,
  ]

  mutating func handle(_ event: any DomainEvent) throws {
    switch event {
    case let event as UserCreated:
      (id, username, isActive) = (event.userID, event.username, true)
    case let event as UserRenamed:
      guard !event.newUsername.isEmpty else {
        throw Refusal(description: "username cannot be empty")
      }
      formerNames.append(username)
      username = event.newUsername
    case let event as UserDeactivated: (isActive, whyInactive) = (false, event.reason)
    default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
    }
  }
}
