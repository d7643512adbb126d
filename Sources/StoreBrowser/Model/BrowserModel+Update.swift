internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Takes in what happened and returns what is to be done about it.
  package mutating func update(_ message: BrowserMessage) -> [BrowserEffect] {
    let effects: [BrowserEffect]
    switch message {
    case .key(let key):
      effects = take(key)
      // Who goes on is not taken back to where they were.
      if !effects.contains(.quit) { restoring = nil }
    case .mouse(let mouse, let now):
      (note, restoring) = (nil, nil)
      effects = take(mouse, atMilliseconds: now)
    case .paste(let text):
      commandLine?.editor.insert(text)
      effects = []
    case .resized(let size):
      self.size = size
      effects = []
    case .changes(let changes, let now):
      nowMilliseconds = max(nowMilliseconds, now)
      let extent = catalog.extent
      take(changes)
      let isOther =
        changes.contains(where: \.isListing) && catalog.extent != extent
        || changes.contains(where: \.isRestart)
      let scans = isOther ? restartScans() : addToScans(changes)
      effects = scans + followReplay() + restorePlace() + runAwaitedLines()
    case .scanned(let number, let hits):
      effects = take(scanned: number, hits: hits) + restorePlace() + runAwaitedLines()
    case .recordRead(let record):
      payloadPane.take(record)
      effects = []
    case .recordFailed(let id, let sentence):
      payloadPane.fail(id, sentence)
      effects = []
    case .verified(let report):
      take(report)
      effects = []
    case .replay(let answer): effects = take(answer)
    case .positionsRead(let position, let ids):
      effects = turn(toPosition: position, ids: ids)
    case .tick(let now):
      nowMilliseconds = now
      effects = playOn()
    case .note(let sentence):
      note = sentence
      effects = []
    }
    layOut()
    return effects + readChosen()
  }

  /// Asks for the record of the event that is chosen now.
  private mutating func readChosen() -> [BrowserEffect] {
    guard payloadPane.show(chosenID), let id = chosenID else { return [] }
    return [.readRecord(id)]
  }

  private mutating func take(_ changes: [CatalogChange]) {
    if present != nil { return takeUnseen(changes) }
    let wasLoaded = catalog.isLoaded
    eventsPane.releaseRows()
    // Its rows will be others: until it has looked again a scan has found nothing.
    if changes.contains(where: \.isRestart) { forgetHits() }
    for change in changes {
      switch change {
      case .watching(let mode): watchMode = mode
      case .compared(let missedCount):
        if catalog.isLoaded { livePane.addGap(of: missedCount, before: catalog.count) }
        if isComparing {
          isComparing = false
          note = "Compared: \(CountText.counted(missedCount, "event")) had not been told of."
        }
      case .storeGone(let sentence): (isGone, note) = (true, sentence)
      case .loaded:
        catalog.apply(change)
        if !wasLoaded { livePane.begin(at: catalog.count, atMilliseconds: nowMilliseconds) }
      default: catalog.apply(change)
      }
    }
    if !catalog.isLoaded { livePane.begin(at: catalog.count, atMilliseconds: nowMilliseconds) }
    refreshLists(after: changes)
  }

  /// Brings the panes up to the catalog, after changes if it is the one before.
  mutating func refreshLists(after changes: [CatalogChange]? = nil) {
    problems.refresh(catalog)
    streamsPane.problems = problems.nodes
    eventsPane.problems = problems.all
    streamsPane.layOut(catalog, preview: streamPreview)
    eventsPane.refresh(catalog, isNewestFirst: settings.isNewestFirst, after: changes)
    livePane.refresh(catalog, atMilliseconds: nowMilliseconds)
  }

  private mutating func take(_ key: Key) -> [BrowserEffect] {
    if MainLayout.isTooSmall(size) { return takeTooSmall(key) }
    note = nil
    if commandLine != nil { return takeInCommandLine(key) }
    if help != nil { return takeInHelp(key) }
    if choice != nil { return takeInChoice(key) }
    if case .character(let digit) = key, ("0"..."9").contains(digit),
      digit != "0" || pendingCount.value != nil
    {
      return takeDigit(digit)
    }
    guard let command = settings.keymap.command(for: key, in: keyPane) else {
      pendingCount = PendingCount()
      note = "\(key.label) does nothing here. ? shows the keys."
      return []
    }
    return run(command, count: takeCount(for: command))
  }

  private mutating func takeDigit(_ digit: Unicode.Scalar) -> [BrowserEffect] {
    pendingCount.add(digit, focus: focus)
    if replay == nil, let pane = pendingCount.pane ?? pendingCount.focusBefore { setFocus(pane) }
    return []
  }

  /// The number that was typed, if the command takes one.
  private mutating func takeCount(for command: BrowserCommand) -> Int? {
    defer { pendingCount = PendingCount() }
    if replay != nil { return pendingCount.value }
    guard pendingCount.counts(for: command, hasPanes: replay == nil) else { return nil }
    if let before = pendingCount.focusBefore { setFocus(before) }
    return pendingCount.value
  }

  /// Below the smallest size only leaving and suspending act.
  private func takeTooSmall(_ key: Key) -> [BrowserEffect] {
    switch key {
    case .character("q"), .character("Q"), .control("c"): [.quit]
    case .control("z"): [.suspend]
    default: []
    }
  }
}
