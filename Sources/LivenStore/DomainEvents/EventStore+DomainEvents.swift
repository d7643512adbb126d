extension EventStore {
  /// Calls a handler for each domain event of a kind that this handle publishes from now on.
  ///
  /// Events of older kinds reach it as the newest, by their upcasts.
  ///
  /// - Parameters:
  ///   - kind: the kind of event.
  ///   - handler: gets the domain event and the event as it is stored.
  ///   - failure: gets what cannot be read as that kind, and why; nothing is dropped unseen.
  /// - Returns: what ends the subscription.
  public func subscribe<Domain: DomainEvent>(
    to kind: Domain.Type, handler: @escaping @Sendable (Domain, Event) -> Void,
    failure: @escaping @Sendable (any Error, Event) -> Void
  ) -> Subscription {
    subscribe(to: kind.allNames) { event in
      do {
        handler(try event.decode(as: kind), event)
      } catch {
        failure(error, event)
      }
    }
  }
}
