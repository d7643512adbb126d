/// What events are replayed into: an aggregate of the program, or a merge of fields.
package protocol Replayer: Sendable {
  associatedtype State: Sendable
  /// An event, read as far as it can be without a state.
  associatedtype Prepared: Sendable

  /// What the events that were taken made.
  var state: State { get }

  /// Reads an event, on any thread.
  ///
  /// - Throws: why it cannot be applied.
  func prepare(_ event: Event) throws -> Prepared

  /// Takes the next event.
  ///
  /// - Throws: why it is not applied; the state is then as it was.
  mutating func apply(_ prepared: Prepared) throws

  /// A state as JSON.
  static func tree(of state: State) -> JSONValue
}

extension Replayer {
  /// Reads and takes the next event.
  package mutating func apply(_ event: Event) throws { try apply(prepare(event)) }

  /// The step of an event whose file cannot be read: it has no type and no payload, and changes nothing.
  package func unreadable(
    _ id: EventID, _ error: any Error, version: Int
  ) -> TimelineStep<State> {
    TimelineStep(
      version: version, event: Event(id: id, type: "", payload: []), before: state, after: state,
      error: error, elapsed: .zero, tree: Self.tree)
  }

  /// Takes the next event and tells what it did.
  package mutating func step(_ event: Event, version: Int) -> TimelineStep<State> {
    let before = state
    var failure: (any Error)?
    let start = SystemClock.monotonicNanoseconds()
    do { try apply(event) } catch { failure = error }
    return TimelineStep(
      version: version, event: event, before: before, after: state, error: failure,
      elapsed: .nanoseconds(SystemClock.monotonicNanoseconds() - start), tree: Self.tree)
  }
}
