import Synchronization

/// A request to stop, set by one thread and seen by others.
package final class StopFlag: Sendable {
  private let requested = Atomic<Bool>(false)

  package init() {}

  /// Whether somebody has asked to stop.
  package var isSet: Bool { requested.load(ordering: .acquiring) }

  package func set() { requested.store(true, ordering: .releasing) }
}
