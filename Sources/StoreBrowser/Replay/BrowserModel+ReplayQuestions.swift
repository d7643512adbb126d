internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Pins the chosen field, or takes the pin away.
  mutating func pinChosen() -> [BrowserEffect] {
    guard let view = replay, let path = view.state.path else {
      note = "Nothing to pin: j and k choose a field of the state."
      return []
    }
    if view.pin?.text == path { return unpin() }
    return pin(path)
  }

  private mutating func unpin() -> [BrowserEffect] {
    replay?.pin = nil
    note = "Unpinned."
    return [.replay(.forget(.history))]
  }

  mutating func pin(_ text: String) -> [BrowserEffect] {
    guard replay != nil else { return noReplay() }
    guard let path = StatePath(text) else {
      note = "'\(text)' is no path: write it as .address.street or .lines[0]."
      return []
    }
    let question = ReplayQuestion.history(path)
    replay?.pin = ReplayFinding(question, text: path.text)
    replay?.history = ListViewport()
    replay?.state.reveal(path)
    return [.replay(.ask(question))]
  }

  /// Goes to the first event behind which something holds.
  mutating func findInReplay(_ text: String) -> [BrowserEffect] {
    guard let view = replay else { return noReplay() }
    let expression: EventExpression
    do { expression = try EventExpression(text) } catch {
      note = ":find \(text): \(error.reason) (column \(error.column))"
      return []
    }
    if expression.asks(of: .stream) {
      note = ":find \(text): asks for stream, which a state here does not have."
      return []
    }
    let question = ReplayQuestion.holds(expression)
    var finding = ReplayFinding(question, text: text)
    finding.awaited = (view.place, true)
    replay?.find = finding
    return [.replay(.ask(question))]
  }

  mutating func searchReplay(_ pattern: TextPattern) -> [BrowserEffect] {
    guard let view = replay else { return [] }
    let question = ReplayQuestion.text(pattern)
    var finding = ReplayFinding(question, text: pattern.text)
    finding.awaited = (view.place, true)
    replay?.search = finding
    return [.replay(.ask(question))]
  }

  /// Goes to the next change of the pinned field, or to the next match if nothing is pinned.
  mutating func goToReplayHit(isForward: Bool) -> [BrowserEffect] {
    guard let view = replay else { return [] }
    guard view.pin != nil || view.search != nil else {
      note = "Nothing is pinned or searched for: p pins the chosen field, / searches."
      return []
    }
    if view.pin != nil {
      replay?.pin?.awaited = (view.place, isForward)
    } else {
      replay?.search?.awaited = (view.place, isForward)
    }
    return goToAwaitedHit()
  }

  /// Goes to the hit that is waited for once it is known.
  mutating func goToAwaitedHit() -> [BrowserEffect] {
    let findings: [WritableKeyPath<ReplayView, ReplayFinding?>] = [\.find, \.pin, \.search]
    for finding in findings {
      guard let view = replay, let found = view[keyPath: finding], let awaited = found.awaited
      else { continue }
      let isDone = found.isDone(view.entries.count)
      if case .holds = found.question { return isDone ? goToFound(found) : [] }
      // Backwards the nearest hit is known once everything up to here is.
      let isKnown = isDone || !awaited.isForward && found.place >= awaited.place - 1
      let hit = found.next(from: awaited.place, isForward: awaited.isForward)
      guard isKnown || awaited.isForward && hit != nil else { continue }
      replay?[keyPath: finding]?.awaited = nil
      return goTo(hit, of: found, isForward: awaited.isForward)
    }
    return []
  }

  private mutating func goToFound(_ found: ReplayFinding) -> [BrowserEffect] {
    replay?.find?.awaited = nil
    guard let hit = found.hits.first, let view = replay else {
      let count = CountText.counted(replay?.entries.count ?? 0, "event")
      note = "'\(found.text)' holds after none of the \(count)."
      return []
    }
    let name =
      view.entries[hit.place - 1].isDraft ? "the draft" : "\(view.entries[hit.place - 1].version)"
    note = "'\(found.text)' holds first after \(name)."
    return goInReplay(to: hit.place)
  }

  private mutating func goTo(
    _ hit: ReplayHit?, of found: ReplayFinding, isForward: Bool
  ) -> [BrowserEffect] {
    if let hit { return goInReplay(to: hit.place) }
    switch (found.question, found.hits.isEmpty) {
    case (.history, true): note = "No event changes \(found.text)."
    case (.history, false): note = "\(found.text) has no change \(isForward ? "ahead" : "before")."
    case (_, true):
      note = "/\(found.text): not found in \(CountText.counted(found.place, "event"))."
    case (_, false):
      guard let first = isForward ? found.hits.first : found.hits.last else { return [] }
      note = "/\(found.text): continued from the \(isForward ? "top" : "end")"
      return goInReplay(to: first.place)
    }
    return []
  }

  mutating func noReplay() -> [BrowserEffect] {
    note = "There is no replay: r replays the stream of the chosen event."
    return []
  }
}
