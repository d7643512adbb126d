/// One subscriber: a bounded queue and the thread that empties it.
final class Delivery: Sendable {
  private let queue: Monitor<DeliveryQueue>
  private let handler: @Sendable (Event) -> Void
  private let thread = ThreadIdentity()

  init(capacity: Int, handler: @escaping @Sendable (Event) -> Void) {
    queue = Monitor(DeliveryQueue(capacity: capacity))
    self.handler = handler
    BackgroundThread.start(name: "subscription") { [self] in run() }
  }

  /// Hands an event over and waits while the queue is full.
  ///
  /// A handler that publishes to its own queue does not wait for itself: the queue grows.
  func deliver(_ event: Event) {
    let isOwnThread = thread.isCurrent
    queue.wait { $0.add(event, beyondCapacity: isOwnThread) ? () : nil }
  }

  /// Ends the delivery and waits for a call that has begun, unless that call is the caller.
  func cancel() {
    queue.withLock { $0.cancel() }
    if !thread.isCurrent { queue.wait { $0.isDelivering ? nil : () } }
  }

  private func run() {
    thread.setCurrent()
    while let event = queue.wait(until: Delivery.next) {
      handler(event)
      queue.withLock { $0.end() }
    }
  }

  /// The next event, `.some(nil)` at the end, `nil` to wait.
  private static func next(_ queue: inout DeliveryQueue) -> Event?? {
    if queue.isCancelled { return .some(nil) }
    return queue.begin().map { .some($0) }
  }
}
