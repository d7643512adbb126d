package import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Replays the stream of what is chosen; where there are several a person chooses.
  mutating func openReplay() -> [BrowserEffect] {
    if focus == .streams, case .stream(let name)? = streamsPane.chosen.scope {
      return openReplay(of: name)
    }
    if focus != .live, case .stream(let name) = eventsPane.scope { return openReplay(of: name) }
    guard let id = chosenID, let row = catalog.row(of: id) else {
      note = "Nothing to replay: choose an event, or a stream."
      return []
    }
    let names = catalog.streams(of: row)
    guard names.count > 1 else {
      guard let name = names.first else {
        note = "This event is in no stream: there is nothing to replay."
        return []
      }
      return openReplay(of: name)
    }
    let items = names.map { name in
      let number = catalog.version(of: row, in: name).map(CountText.grouped) ?? "?"
      let total = CountText.grouped(catalog.stream(named: name)?.version ?? 0)
      return ChoiceScreen.Item(
        key: nil, text: DisplayText("\(name)  no. \(number) of \(total)"),
        action: .replayStream(name))
    }
    choice = ChoiceScreen(title: "Replay which stream?", items: items)
    return []
  }

  /// Replays a stream, at the chosen event if it is in it, else at its end.
  mutating func openReplay(of name: StreamName, by named: ReplaySource? = nil) -> [BrowserEffect] {
    guard let entry = catalog.stream(named: name), entry.version > 0 else {
      note =
        catalog.stream(named: name) == nil
        ? "No stream '\(name)' in this store." : "\(name) has no events."
      return []
    }
    let types = Set(entry.rows.prefix(100).compactMap { catalog.type(at: Int($0)) })
    let source = named ?? replaySources.fitting(name, types: types)
    replayCount += 1
    var view = ReplayView(name, by: source, number: replayCount)
    let entries = replayEntries(of: view)
    let chosen = chosenID.flatMap { id in entries.firstIndex { $0.id == id } }
    view.show(entries, number: replayCount, place: chosen.map { $0 + 1 } ?? entries.count)
    let effects = view.replay(by: source, number: replayCount)
    replay = view
    if source == .merge { noteMerged(name) }
    return effects
  }

  private mutating func noteMerged(_ name: StreamName) {
    note =
      "No aggregate registered for \(name). Showing payload fields merged in order, "
      + "which is not your domain's state."
  }

  /// The entries of a stream as the catalog has them now.
  func replayEntries(of view: ReplayView) -> [ReplayEntry] {
    let ids = (catalog.stream(named: view.stream)?.rows ?? []).map { catalog.id(at: Int($0)) }
    // Only a program is told which streams hold an event.
    guard case .reducer = view.source else { return view.edits.entries(of: ids) { _ in [] } }
    return view.edits.entries(of: ids) { id in
      catalog.row(of: id).map { catalog.streams(of: $0) } ?? []
    }
  }

  /// Brings a replay up to the catalog: new events come in ahead, or are applied at its end.
  mutating func followReplay() -> [BrowserEffect] {
    if let name = awaitedReplay, catalog.isLoaded {
      awaitedReplay = nil
      return openReplay(of: name)
    }
    guard let view = replay, let stream = catalog.stream(named: view.stream),
      stream.version != view.entries.count - view.drafts.count
    else { return [] }
    return showReplayEntries()
  }

  /// Has the replay take its entries anew.
  mutating func showReplayEntries(at place: Int? = nil) -> [BrowserEffect] {
    guard var view = replay else { return [] }
    replayCount += 1
    view.show(replayEntries(of: view), number: replayCount, place: place)
    replay = view
    guard !view.entries.isEmpty else { return closeReplay() }
    return [.replay(.show(number: replayCount, view.entries, place: view.place))]
  }

  /// Replays by what a person names.
  mutating func replayAgain(by name: String) -> [BrowserEffect] {
    guard let source = replaySources.named(name) else {
      if let stream = StreamName(name), catalog.stream(named: stream) != nil {
        return openReplay(of: stream)
      }
      let known = replaySources.names.joined(separator: ", ")
      note = "No stream and no aggregate is named '\(name)'. Aggregates: \(known)."
      return []
    }
    guard replay != nil else {
      return openReplayByName(source)
    }
    replayCount += 1
    let effects = replay?.replay(by: source, number: replayCount) ?? []
    if source == .merge, let stream = replay?.stream { noteMerged(stream) }
    return effects
  }

  private mutating func openReplayByName(_ source: ReplaySource) -> [BrowserEffect] {
    var effects = openReplay()
    guard let view = replay, view.source != source else { return effects }
    replayCount += 1
    effects = replay?.replay(by: source, number: replayCount) ?? effects
    note = nil
    return effects
  }

  mutating func closeReplay() -> [BrowserEffect] {
    replay = nil
    return [.replay(.close)]
  }

  mutating func take(_ answer: ReplayAnswer) -> [BrowserEffect] {
    guard replay != nil else { return [] }
    replay?.take(answer)
    settleReplay()
    return goToAwaitedHit()
  }

  /// What only holds as long as steps can be applied.
  private mutating func settleReplay() {
    guard let view = replay else { return }
    if let failure = view.failure { note = failure }
    if view.step?.place == view.place, view.step?.step.error != nil { replay?.player.pause() }
    replay?.history.setCount(view.pin?.hits.count ?? 0)
  }

  /// Whether something is under way of which a script waits for the end.
  package var isBusy: Bool { replay?.isWaiting ?? false }
}

extension BrowserModel {
  /// The step of the replay that shows, once it has come.
  package var replayedStep: TimelineStep<JSONValue>? {
    guard let view = replay, view.step?.place == view.place else { return nil }
    return view.step?.step
  }

  /// How many entries the replay has taken.
  package var replayedPlace: Int? { replay?.place }
}
