/// Hands published events to those who subscribed to their types.
public protocol SubscriptionManager: Sendable {
  /// Calls a handler for each event of these types from now on.
  ///
  /// One handler may take several types, and one type may have several handlers. A handler is called
  /// away from the publisher's thread, one event at a time, in the order of publishing.
  func subscribe(
    to types: [EventType], handler: @escaping @Sendable (Event) -> Void
  ) -> Subscription

  /// Hands an event to the subscribers of its type.
  func publish(_ event: Event)
}
