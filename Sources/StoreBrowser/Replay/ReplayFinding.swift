internal import LivenStore

/// A question that was asked, and what was found so far.
struct ReplayFinding: Sendable {
  let question: ReplayQuestion
  /// As a person wrote it.
  let text: String
  private(set) var hits: [ReplayHit] = []
  /// Up to where it is answered.
  private(set) var place = 0
  /// Where to go from once it is answered, and in which direction.
  var awaited: (place: Int, isForward: Bool)?

  init(_ question: ReplayQuestion, text: String) {
    self.question = question
    self.text = text
  }

  /// Whether there is nothing more to come.
  func isDone(_ count: Int) -> Bool {
    if case .holds = question, !hits.isEmpty { return true }
    return place >= count
  }

  mutating func take(_ new: [ReplayHit], from: Int, to: Int) {
    keep(upTo: from)
    hits += new
    place = to
  }

  /// Forgets what was found behind a place.
  mutating func keep(upTo place: Int) {
    guard place < self.place else { return }
    self.place = place
    hits.removeSubrange(hits.partitioningIndex { $0.place > place }...)
  }

  /// The next hit behind a place, or the one before it.
  func next(from place: Int, isForward: Bool) -> ReplayHit? {
    let behind = hits.partitioningIndex { $0.place > place }
    if isForward { return behind < hits.count ? hits[behind] : nil }
    let before = hits.partitioningIndex { $0.place >= place } - 1
    return before >= 0 ? hits[before] : nil
  }
}
