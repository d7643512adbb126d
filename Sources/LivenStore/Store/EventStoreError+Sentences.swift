extension EventStoreError {
  static func invalidID(_ text: String) -> EventStoreError {
    EventStoreError(
      code: .invalidName,
      message: "'\(text)' is no event id: 1 to 31 of 0-9 A-Z a-z _ - are allowed.")
  }

  static func invalidStreamName(_ text: String, because problem: String) -> EventStoreError {
    EventStoreError(code: .invalidName, message: "The stream name '\(text)' \(problem).")
  }

  static func invalidType(_ type: EventType) -> EventStoreError {
    EventStoreError(
      code: type.name.isEmpty ? .invalidName : .tooLarge,
      message: type.name.isEmpty
        ? "The event type is empty: say what happened, such as UserCreated."
        : "An event type of \(type.name.utf8.count) bytes is over the limit of "
          + "\(EventType.maximumLengthBytes).")
  }

  static func clockBehind(milliseconds: UInt64) -> EventStoreError {
    EventStoreError(
      code: .clockBehind,
      message: "The clock is \(milliseconds / 1_000) s behind the last event id: set it right.")
  }

  static func unknownEvent(_ id: EventID) -> EventStoreError {
    EventStoreError(code: .notFound, message: "No event '\(id)' in this store.")
  }

  package static func unknownStream(_ stream: StreamName) -> EventStoreError {
    EventStoreError(code: .notFound, message: "No stream '\(stream)' in this store.")
  }

  static func duplicate(_ id: EventID) -> EventStoreError {
    EventStoreError(
      code: .duplicateEvent, message: "Event '\(id)' is stored already, with another content.")
  }

  static func outOfOrder(_ id: EventID, after last: EventID, in stream: StreamName)
    -> EventStoreError
  {
    EventStoreError(
      code: .idOutOfOrder,
      message: "Event '\(id)' sorts before '\(last)', the last one of '\(stream)': "
        + "give it a new id, or link it.")
  }

  static let replacedLedger = EventStoreError(
    code: .unavailable, message: "The ledger was replaced while it was read: try again.")

  static func conflict(_ conflict: VersionConflict) -> EventStoreError {
    EventStoreError(
      code: .versionConflict,
      message: "'\(conflict.stream)' is at version \(conflict.actual), not at "
        + "\(conflict.expected): load it again.",
      conflict: conflict)
  }

  static func corrupt(_ id: EventID, _ problem: String) -> EventStoreError {
    EventStoreError(code: .corruptEvent, message: "events/\(id).json: \(problem).")
  }

  static func unfinished(_ id: EventID, _ problem: String) -> EventStoreError {
    EventStoreError(
      code: .unavailable,
      message: "events/\(id).json: \(problem), and changed within the last second: "
        + "its writer may be at work, try again.")
  }

  static func tooLarge(_ subject: String, bytes: Int, limit: Int) -> EventStoreError {
    EventStoreError(
      code: .tooLarge, message: "\(subject) has \(bytes) bytes, over the limit of \(limit).")
  }
}
