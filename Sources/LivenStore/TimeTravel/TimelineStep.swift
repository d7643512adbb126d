/// What an event did to an aggregate.
public struct TimelineStep<State: Sendable>: Sendable {
  /// The version that the event made; 1 is the first event's.
  public let version: Int
  /// The event; a draft of ``Timeline/whatIf(_:at:)`` is stored nowhere.
  public let event: Event
  /// The state before the event.
  public let before: State
  /// The state after it; the same as before if it was not applied.
  public let after: State
  /// Why the event was not applied; the timeline goes on behind it.
  public let error: (any Error)?
  /// How long reading the payload and handling the event took.
  public let elapsed: Duration
  let tree: @Sendable (State) -> JSONValue

  /// What the event changed, value by value.
  public var changes: [StateChange] {
    error == nil ? StateDifference(from: tree(before), to: tree(after)).changes : []
  }

  /// The state after the event as JSON.
  public var state: JSONValue { tree(after) }
}
