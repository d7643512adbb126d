/// What a subscriber holds to end its subscription.
///
/// Letting go of it does not end it.
public final class Subscription: Sendable {
  private let onCancel: @Sendable () -> Void

  package init(onCancel: @escaping @Sendable () -> Void) { self.onCancel = onCancel }

  /// Ends the subscription: events that wait are dropped, and no call begins after this returns,
  /// except when a handler cancels its own subscription.
  public func cancel() { onCancel() }
}
