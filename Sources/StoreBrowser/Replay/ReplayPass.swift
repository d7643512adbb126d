internal import LivenStore

/// A question on its way through the steps.
struct ReplayPass {
  let question: ReplayQuestion
  /// The last place that was asked.
  var place = 0
  private var matcher: ExpressionMatcher?
  private var search: TextSearch?
  /// Whether nothing more is to be found.
  private var isOver = false

  init(_ question: ReplayQuestion) {
    self.question = question
    switch question {
    case .history: break
    case .holds(let expression): matcher = ExpressionMatcher(expression)
    case .text(let pattern): search = TextSearch(pattern)
    }
  }

  /// Whether it has nothing to ask of so many entries.
  func isDone(of count: Int) -> Bool { isOver || place >= count }

  /// Goes back to a place behind which the events are others.
  mutating func goBack(to place: Int) {
    guard place < self.place else { return }
    (self.place, isOver) = (place, false)
  }

  /// Asks the steps up to a place and returns what was found.
  mutating func advance(to end: Int, in tape: inout any StateTape) -> [ReplayHit] {
    var hits: [ReplayHit] = []
    tape.forEachStep(in: (place + 1)...end) { step in
      place += 1
      if let hit = hit(step) { hits.append(hit) }
      if case .holds = question, !hits.isEmpty { isOver = true }
      return !isOver
    }
    return hits
  }

  private func hit(_ step: TimelineStep<JSONValue>) -> ReplayHit? {
    switch question {
    case .history(let path):
      let (old, new) = (path.value(in: step.before), path.value(in: step.after))
      return old == new ? nil : ReplayHit(place: place, old: old, new: new)
    case .holds:
      let subject = ExpressionSubject(
        type: step.event.type, id: step.event.id, version: step.version, tree: step.state)
      return matcher?.holds(of: subject) == true ? ReplayHit(place: place) : nil
    case .text:
      guard let search else { return nil }
      let names = [step.event.type.name, step.event.id.description]
      let isHeld =
        names.contains { search.holds(Array($0.utf8)) } || search.holds(step.event.payload)
        || step.changes.contains { search.holds(Array("\($0.path) \($0.new ?? .null)".utf8)) }
      return isHeld ? ReplayHit(place: place) : nil
    }
  }
}
