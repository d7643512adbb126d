import Synchronization

/// Delivers events within this process, each subscription on a thread of its own.
///
/// At most ``maximumPendingEvents`` wait for a subscriber; then the publisher waits, so that no event
/// is lost. Nothing is kept: subscriptions end with the process.
public final class InMemorySubscriptionManager: SubscriptionManager {
  /// How many events may wait for one subscriber.
  public let maximumPendingEvents: Int

  private struct Subscribers {
    var byType: [EventType: [Int: Delivery]] = [:]
    var lastNumber = 0
  }

  private let subscribers = Mutex(Subscribers())

  /// Makes a manager without subscriptions.
  ///
  /// - Parameter maximumPendingEvents: how many events may wait for one subscriber, at least 1.
  public init(maximumPendingEvents: Int = 1_024) {
    precondition(
      maximumPendingEvents > 0,
      "maximumPendingEvents (\(maximumPendingEvents)) must be greater than zero")
    self.maximumPendingEvents = maximumPendingEvents
  }

  /// Calls a handler for each event of these types from now on.
  public func subscribe(
    to types: [EventType], handler: @escaping @Sendable (Event) -> Void
  ) -> Subscription {
    let delivery = Delivery(capacity: maximumPendingEvents, handler: handler)
    let number = subscribers.withLock { subscribers in
      subscribers.lastNumber += 1
      for type in Set(types) {
        subscribers.byType[type, default: [:]][subscribers.lastNumber] = delivery
      }
      return subscribers.lastNumber
    }
    return Subscription { [weak self] in
      self?.remove(number)
      delivery.cancel()
    }
  }

  /// Hands an event to the subscribers of its type; waits where one of them has no room.
  public func publish(_ event: Event) {
    let deliveries = subscribers.withLock { $0.byType[event.type] }
    guard let deliveries else { return }
    for delivery in deliveries.values { delivery.deliver(event) }
  }

  private func remove(_ number: Int) {
    subscribers.withLock { subscribers in
      for type in subscribers.byType.keys { subscribers.byType[type]?[number] = nil }
      subscribers.byType = subscribers.byType.filter { !$0.value.isEmpty }
    }
  }

  deinit {
    subscribers.withLock { subscribers in
      for delivery in subscribers.byType.values.flatMap(\.values) { delivery.cancel() }
    }
  }
}
