/// The states that events make one after another, as JSON, to be stepped through in any direction.
///
/// A place is how many entries were taken: 1 is behind the first. What lies up to ``reach`` is at most a
/// hundred events away; behind it ``advance(by:)`` makes the way.
package protocol StateTape {
  /// The events in their order.
  var entries: [ReplayEntry] { get }
  /// The last place that is at hand.
  var reach: Int { get }

  /// Takes other entries; what the old and the new ones begin with alike stays at hand.
  mutating func show(_ entries: [ReplayEntry])

  /// Takes some of the entries behind the reach.
  ///
  /// - Returns: why entries were not applied, by their places; `nil` if there is nothing to do but wait.
  /// - Throws: ``EventStoreError`` of code `reducerFailed`.
  mutating func advance(by count: Int) throws -> [Int: any Error]?

  /// Calls `body` with the steps of some places, all of them within the reach.
  mutating func forEachStep(
    in places: ClosedRange<Int>, _ body: (TimelineStep<JSONValue>) throws -> Bool
  ) rethrows
}

extension StateTape {
  /// The step that made a place within the reach.
  package mutating func step(at place: Int) -> TimelineStep<JSONValue>? {
    var found: TimelineStep<JSONValue>?
    forEachStep(in: place...place) { step in
      found = step
      return false
    }
    return found
  }

  /// How many entries two lists begin with alike.
  static func common(_ old: [ReplayEntry], _ new: [ReplayEntry]) -> Int {
    zip(old, new).prefix { $0 == $1 }.count
  }
}

/// A failure that has been put into words.
package struct ReplayFailure: Error, CustomStringConvertible {
  package let description: String
}
