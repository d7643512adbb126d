internal import LivenStore

/// Where the user has been: a list to go back and forward in.
struct Places: Sendable {
  /// A list, what it was narrowed to, the event that was chosen in it, `nil` where that was the newest, and the
  /// pane that had the focus.
  struct Place: Sendable, Hashable {
    let scope: EventScope
    let id: EventID?
    let pane: Pane
    var filter: String?
  }

  private var back: [Place] = []
  private var forward: [Place] = []

  /// How many places are remembered.
  static let maximumCount = 100

  /// The last place in a list.
  func last(in scope: EventScope) -> Place? { back.last { $0.scope == scope } }

  /// Remembers a place; of a walk through the streams where it began.
  mutating func leave(_ place: Place) {
    let isWalk = place.pane == .streams && back.last?.pane == .streams
    if back.last != place, !isWalk { back.append(place) }
    if back.count > Places.maximumCount { back.removeFirst() }
    forward = []
  }

  mutating func goBack(from place: Place) -> Place? {
    guard let target = back.popLast() else { return nil }
    forward.append(place)
    return target
  }

  mutating func goForward(from place: Place) -> Place? {
    guard let target = forward.popLast() else { return nil }
    back.append(place)
    return target
  }
}
