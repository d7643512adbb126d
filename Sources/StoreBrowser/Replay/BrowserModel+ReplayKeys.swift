internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Where keys mean what they mean.
  var keyPane: Pane { replay == nil ? focus : .replay }

  /// Does what a key asks for in a replay; `nil` if it means the same there as everywhere.
  mutating func runInReplay(_ command: BrowserCommand, count: Int?) -> [BrowserEffect]? {
    let many = count ?? 1
    switch command {
    case .stepOn, .nextEvent: return stepReplay(by: many)
    case .stepBack, .previousEvent: return stepReplay(by: -many)
    case .stepOnTen: return stepReplay(by: 10 * many)
    case .stepBackTen: return stepReplay(by: -10 * many)
    case .first: return goInReplay(toVersion: count ?? 1)
    case .last: return goInReplay(toVersion: count)
    case .follow: return goInReplay(toVersion: nil)
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp:
      return moveInReplay(command, count: count)
    case .nextMatch, .previousMatch: return goToReplayHit(isForward: command == .nextMatch)
    case .play, .pause: playOrPause()
    case .faster: replay?.player.change(by: 1)
    case .slower: replay?.player.change(by: -1)
    case .diff: replay?.state.toggleDiffOnly()
    case .pin: return pinChosen()
    case .ignore: return ignoreHere()
    case .nextPane, .previousPane: focusInReplay(command == .nextPane ? 1 : -1)
    case .zoom: replay?.isZoomed.toggle()
    case .open: return openInReplay()
    case .back, .close: return goBackInReplay()
    case .copy: chooseReplayCopy()
    case .exportEvent: chooseReplayExport()
    case .exportShown:
      prompt(.command, text: "export \(replay?.stream.description ?? "events").jsonl")
    case .stop: return stopReplay()
    case .fold, .unfold, .foldSiblings, .unfoldSiblings, .foldAll, .unfoldAll, .nextSibling,
      .previousSibling:
      foldInReplay(command)
    case .commandLine, .search, .help, .redraw, .suspend, .quit, .time: return nil
    default: note = "This does nothing in a replay. ? shows the keys."
    }
    return []
  }

  private mutating func stepReplay(by steps: Int) -> [BrowserEffect] {
    guard let view = replay else { return [] }
    return goInReplay(to: view.place + steps)
  }

  /// Goes to the event that made a version; to the last one without.
  mutating func goInReplay(toVersion version: Int?) -> [BrowserEffect] {
    guard let view = replay else { return [] }
    guard let version else { return goInReplay(to: view.entries.count) }
    // Drafts before it shift its place.
    let place =
      view.drafts.isEmpty
      ? version - 1 : view.entries.firstIndex { !$0.isDraft && $0.version == version }
    let count = view.entries.count - view.drafts.count
    if version > count { note = "\(view.stream) is at version \(count), not at \(version)." }
    return goInReplay(to: place.map { $0 + 1 } ?? view.entries.count)
  }

  mutating func goInReplay(to place: Int) -> [BrowserEffect] {
    replay?.player.pause()
    return showInReplay(place)
  }

  private mutating func showInReplay(_ place: Int) -> [BrowserEffect] {
    guard replay?.go(to: place) == true, let place = replay?.place else { return [] }
    return [.replay(.step(place))]
  }

  private mutating func playOrPause() {
    guard let view = replay else { return }
    if view.player.isPlaying { return replay?.player.pause() ?? () }
    guard !view.isAtEnd else {
      note = "This is the last event: g goes to the first, then Space plays."
      return
    }
    replay?.player.play()
  }

  /// Time goes on: the next step, if a replay plays and the one before has come.
  mutating func playOn() -> [BrowserEffect] {
    guard let view = replay, view.player.isPlaying else { return [] }
    guard !view.isAtEnd else {
      replay?.player.pause()
      return []
    }
    let times = [view.place - 1, view.place].map { view.entries[$0].id.timeMilliseconds ?? 0 }
    guard replay?.player.isDue(atMilliseconds: nowMilliseconds, gap: times[1] - times[0]) == true,
      view.step?.place == view.place
    else { return [] }
    return showInReplay(view.place + 1)
  }

  /// How long nothing changes on the screen if nothing comes in; `nil` for ever.
  package var tickMilliseconds: Int? {
    guard let player = replay?.player, player.isPlaying else { return needsTicks ? 1_000 : nil }
    return player.dueMilliseconds.map { max(1, Int($0 - nowMilliseconds)) } ?? 1
  }

  private mutating func goBackInReplay() -> [BrowserEffect] {
    if replay?.isZoomed == true {
      replay?.isZoomed = false
      return []
    }
    if highlight != nil, replay?.search != nil {
      highlight = nil
      replay?.search = nil
      return [.replay(.forget(.text))]
    }
    return closeReplay()
  }

  private mutating func stopReplay() -> [BrowserEffect] {
    guard let view = replay, view.isWaiting || view.player.isPlaying else { return [.quit] }
    replay?.player.pause()
    guard view.isWaiting else { return [] }
    replay?.stop()
    note =
      view.reach == view.entries.count
      ? "Stopped looking. ^C again quits."
      : "Stopped: \(CountText.grouped(view.reach)) of "
        + "\(CountText.counted(view.entries.count, "event")) are replayed. ^C again quits."
    return [.replay(.stop)]
  }
}
