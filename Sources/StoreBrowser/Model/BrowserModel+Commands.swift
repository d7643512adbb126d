internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Does what a key or a line asks for.
  mutating func run(_ command: BrowserCommand, count: Int? = nil) -> [BrowserEffect] {
    if replay != nil, let effects = runInReplay(command, count: count) { return effects }
    switch command {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last:
      move(command, count: count)
    case .scrollLeft, .scrollRight: scrollSideways(command == .scrollRight ? 8 : -8)
    case .nextPane, .previousPane: focusNext(command == .nextPane ? 1 : -1)
    case .streams: setFocus(.streams)
    case .events: setFocus(.events)
    case .payload: setFocus(.payload)
    case .live: setFocus(.live)
    case .zoom: isZoomed.toggle()
    case .open: open()
    case .placeBack, .placeForward: return goToPlace(isBack: command == .placeBack)
    case .previousEvent, .nextEvent:
      eventsPane.viewport.move(by: (command == .nextEvent ? 1 : -1) * (count ?? 1))
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    case .commandLine: prompt(.command)
    case .search: prompt(.search)
    case .filter: prompt(.filter)
    case .nextMatch, .previousMatch: return goToMatch(isForward: command == .nextMatch)
    case .nextOfType, .previousOfType: goToSameType(isForward: command == .nextOfType)
    case .streamsOfEvent: chooseStream()
    case .copy: chooseCopy()
    case .exportEvent:
      prompt(.command, text: "export-event \(chosenID?.description ?? "event").jsonl")
    case .exportShown: chooseExport()
    case .mark: toggleMark()
    case .nextMark, .previousMark: goToMark(isForward: command == .nextMark)
    case .help: help = HelpScreen(pane: keyPane, keymap: settings.keymap)
    case .replay: return openReplay()
    case .play, .faster, .slower, .diff, .pin, .ignore, .stepOn, .stepBack, .stepOnTen,
      .stepBackTen:
      return noReplay()
    case .follow: follow()
    case .pause: pauseOrResume()
    case .clear:
      livePane.begin(at: catalog.count, atMilliseconds: nowMilliseconds)
      return refilterLive()
    case .time: settings.timeFormat = settings.timeFormat.next
    case .order: setOrder(newestFirst: !settings.isNewestFirst)
    case .edit: return showCopy()
    case .mouse: return useMouse(!settings.usesMouse)
    case .redraw: return [.redraw]
    case .refresh:
      isComparing = true
      note = "Comparing with the folders…"
      return [.refresh]
    case .suspend: return [.suspend]
    case .quit: return [.quit]
    case .verify: return verify()
    case .stop:
      if stopScans() { return [] }
      if verification != nil { return [.stopVerifying] }
      guard !catalog.isLoaded, catalog.count > 0 else { return [.quit] }
      note = "Stopped reading the rest. ^C again quits."
      return [.stopWork]
    case .back: return goBackOneStep()
    case .close: return close()
    default: runInPayload(command)
    }
    return []
  }

  private mutating func runInPayload(_ command: BrowserCommand) {
    if focus == .streams { return setNodeUnfolded(command == .unfold) }
    switch command {
    case .fold: payloadPane.document?.fold()
    case .unfold: payloadPane.document?.unfold()
    case .foldSiblings: payloadPane.document?.setSiblingsFolded(true)
    case .unfoldSiblings: payloadPane.document?.setSiblingsFolded(false)
    case .foldAll: payloadPane.document?.setAllFolded(true)
    case .unfoldAll: payloadPane.document?.setAllFolded(false)
    case .nextSibling: payloadPane.document?.moveToSibling(by: 1)
    case .previousSibling: payloadPane.document?.moveToSibling(by: -1)
    case .wrap: payloadPane.toggleWrapping()
    default: showPayloadAsNext()
    }
  }

  private mutating func showPayloadAsNext() {
    guard let kind = payloadPane.document?.nextKind else { return }
    payloadPane.document?.show(as: kind)
    (payloadPane.top, payloadPane.topRow) = (0, 0)
  }

  /// Closes what lies on top; at the top it quits.
  private mutating func close() -> [BrowserEffect] {
    guard isZoomed || isFiltered || present != nil || eventsPane.scope != .all else {
      return [.quit]
    }
    return goBackOneStep()
  }

  private var isFiltered: Bool {
    eventsPane.filter != nil || streamsPane.filter != nil || livePane.filter != nil
  }

  private mutating func goBackOneStep() -> [BrowserEffect] {
    if endFilter(of: focus) {
      return []
    } else if isZoomed {
      isZoomed = false
    } else if present != nil {
      return turnToNow()
    } else if focus != .events {
      setFocus(focus == .payload ? paneOfPayload : .events)
    } else if endFilter() {
      return []
    } else if let pattern = highlight {
      (highlight, search) = (nil, nil)
      note = "/\(pattern.text) is no longer searched for."
    } else if eventsPane.scope != .all {
      return leaveList()
    }
    return []
  }

  private mutating func follow() {
    if focus == .live {
      pauseOrResume()
    } else if eventsPane.isAtNewest(settings.isNewestFirst), eventsPane.viewport.count > 1 {
      eventsPane.viewport.move(by: settings.isNewestFirst ? 1 : -1)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
      note = "No longer following. F or the newest row follows again."
    } else {
      eventsPane.goToNewest(settings.isNewestFirst)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
      note = "Following: the newest event stays chosen until you move."
    }
  }

  private mutating func pauseOrResume() {
    if livePane.isFollowing {
      livePane.pause(atMilliseconds: nowMilliseconds)
    } else {
      livePane.resume()
    }
  }

  private mutating func setOrder(newestFirst: Bool) {
    let kept = eventsPane.chosenID
    settings.isNewestFirst = newestFirst
    guard let kept else { return }
    _ = eventsPane.choose(kept, catalog, isNewestFirst: newestFirst)
  }

  /// Runs a line of the command prompt.
  mutating func run(line: String) -> [BrowserEffect] {
    guard let request = CommandLine.parse(line) else { return [] }
    switch request {
    case .command(let command): return run(command)
    case .goTo(let target):
      if replay != nil, let version = Int(target) { return goInReplay(toVersion: version) }
      let closing = replay == nil ? [] : closeReplay()
      goTo(target)
      return closing
    case .stream(let name, let condition):
      let closing = replay == nil ? [] : closeReplay()
      guard showStream(name), let condition else { return closing }
      return closing + filter(condition)
    case .set("mouse", let value) where value == "on" || value == "off":
      return useMouse(value == "on")
    case .set(let key, let value):
      set(key, value)
      guard key == "theme", note == nil else { break }
      note = "Theme \(value). For all times: set theme=\(value) in ~/.config/livenstore/config."
    case .bind(let key, let command): settings.keymap.bind(key, to: command)
    case .saveScreen(let path): return [.saveScreen(path)]
    case .help(let text):
      help = HelpScreen(pane: keyPane, keymap: settings.keymap)
      if !text.isEmpty { searchHelp(text) }
    case .filter(let text): return filter(text)
    case .export(let path, let what): return export(what, to: path)
    case .replay(let line): return run(line)
    case .wrong(let sentence): note = sentence
    }
    return []
  }

  /// Changes a setting.
  mutating func set(_ key: String, _ value: String) {
    if key == "theme", let name = ThemeName(rawValue: value) {
      settings.themeName = name
      return
    }
    switch (key, value) {
    case ("glyphs", "ascii"): settings.glyphs = .ascii
    case ("glyphs", "unicode"): settings.glyphs = .unicode
    case ("order", "newest"): setOrder(newestFirst: true)
    case ("order", "oldest"): setOrder(newestFirst: false)
    case ("time", _):
      guard let format = TimeFormat(rawValue: value) else { fallthrough }
      settings.timeFormat = format
    default: note = "No setting \(key)=\(value). Tab after :set goes through them."
    }
  }
}
