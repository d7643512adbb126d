package import LivenStore

/// The events and the aggregate of the original's README, written by hand.
package struct UserCreated: DomainEvent, Equatable {
  package var userID: String
  package var username: String

  package init(userID: String, username: String) {
    self.userID = userID
    self.username = username
  }

  enum CodingKeys: String, CodingKey {
    case userID = "user_id"
    case username
  }
}

package struct UserRenamed: DomainEvent, Equatable {
  package var newUsername: String

  package init(newUsername: String) { self.newUsername = newUsername }

  enum CodingKeys: String, CodingKey { case newUsername = "new_username" }
}

package struct UserDeactivated: DomainEvent, Equatable {
  package var reason: String

  package init(reason: String) { self.reason = reason }
}

/// An event that the aggregate does not know.
package struct UnknownEvent: DomainEvent {
  package init() {}
}

/// What a handler refuses.
package struct Refused: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) { self.description = description }
}

package struct User: Aggregate, Codable, Equatable {
  package private(set) var id = ""
  package private(set) var username = ""
  package private(set) var active = false

  package init() {}

  package static let handledEvents: [any DomainEvent.Type] = [
    UserCreated.self, UserRenamed.self, UserDeactivated.self,
  ]

  package mutating func handle(_ event: any DomainEvent) throws {
    switch event {
    case let event as UserCreated:
      (id, username, active) = (event.userID, event.username, true)
    case let event as UserRenamed:
      // The handler has changed something by the time it throws.
      username = event.newUsername
      if event.newUsername.isEmpty { throw Refused(description: "username cannot be empty") }
    case is UserDeactivated: active = false
    default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
    }
  }
}
