import Synchronization

/// A request that one thread makes and another one takes, any number of times.
package final class RequestFlag: Sendable {
  private let requested = Atomic<Bool>(false)

  package init() {}

  package func set() { requested.store(true, ordering: .releasing) }

  /// Whether there was a request; from now on there is none.
  package func take() -> Bool { requested.exchange(false, ordering: .acquiring) }
}
