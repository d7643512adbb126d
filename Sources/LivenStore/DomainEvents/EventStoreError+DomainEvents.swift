extension EventStoreError {
  /// The seed's sentence and its order: what is stored, then what was asked for.
  static func wrongType(stored: EventType, asked: EventType) -> EventStoreError {
    EventStoreError(
      code: .wrongEventType, message: "Wrong event type. Expected \(stored), got \(asked)")
  }

  static func payload(of event: Event, isNo type: String, _ problem: String) -> EventStoreError {
    EventStoreError(
      code: .payloadMismatch,
      message: "The payload of \(event.type) '\(event.id)' is no \(type): \(problem).")
  }

  /// The seed's sentence; `handler` is the name of the aggregate's type.
  static func handlerNotFound(_ event: String, on handler: String) -> EventStoreError {
    EventStoreError(
      code: .handlerNotFound, message: "method on\(event) not found on handler \(handler)")
  }
}
