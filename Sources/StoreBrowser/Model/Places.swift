internal import LivenStore

/// Where the user has been: a list to go back and forward in.
struct Places: Sendable {
  /// A list, the event that was chosen in it, and the pane that had the focus.
  struct Place: Sendable, Hashable {
    let scope: EventScope
    let id: EventID?
    let pane: Pane
  }

  private var back: [Place] = []
  private var forward: [Place] = []

  /// How many places are remembered.
  static let maximumCount = 100

  mutating func leave(_ place: Place) {
    if back.last != place { back.append(place) }
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
