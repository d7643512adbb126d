internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Searches the pane that has the focus; an empty text repeats the last search.
  mutating func search(_ text: String) -> [BrowserEffect] {
    let text = text.isEmpty ? search?.pattern.text ?? lastSearch ?? "" : text
    guard !text.isEmpty else {
      note = "There is no search to repeat."
      return []
    }
    let pattern: TextPattern
    do { pattern = try TextPattern(text) } catch {
      note = "/\(text): \(error.reason)"
      return []
    }
    lastSearch = text
    highlight = pattern
    if replay != nil { return searchReplay(pattern) }
    switch focus {
    case .streams: searchStreams(pattern, isForward: true)
    case .payload: searchPayload(pattern, isForward: true)
    case .events, .live, .replay: return searchEvents(pattern)
    }
    return []
  }

  private mutating func searchEvents(_ pattern: TextPattern) -> [BrowserEffect] {
    // From the feed it goes on at the event that is chosen there.
    if focus == .live, let id = chosenID { goTo(id) }
    setFocus(.events)
    let start = EventSearch.Awaited(id: eventsPane.chosenID, isForward: true)
    return beginSearch(pattern, start)
  }

  /// Looks through the list from the chosen event on.
  mutating func beginSearch(
    _ pattern: TextPattern, _ awaited: EventSearch.Awaited?
  ) -> [BrowserEffect] {
    let (count, line) = (eventsPane.rows.count, eventsPane.viewport.cursor)
    let place = settings.isNewestFirst ? count - 1 - line : line
    let step = settings.isNewestFirst ? -1 : 1
    scanCount += 1
    search = EventSearch(
      pattern: pattern,
      scan: EventScan(
        number: scanCount, condition: .text(pattern), text: pattern.text, from: place + step,
        step: step, of: count), awaited: awaited)
    return nextScans()
  }

  /// Goes to the next match, or to the one before.
  mutating func goToMatch(isForward: Bool) -> [BrowserEffect] {
    guard let highlight else {
      note = "Nothing is searched for: / searches."
      return []
    }
    switch focus {
    case .streams: searchStreams(highlight, isForward: isForward)
    case .payload: searchPayload(highlight, isForward: isForward)
    case .events, .live, .replay:
      guard search != nil else { return searchEvents(highlight) }
      search?.awaited = EventSearch.Awaited(id: eventsPane.chosenID, isForward: isForward)
      goToAwaited()
    }
    return []
  }

  /// Goes to the match that is waited for once it is known.
  mutating func goToAwaited() {
    guard let search, let awaited = search.awaited else { return }
    if let id = nextMatch(search, awaited, wraps: false) {
      return arrive(at: id)
    }
    guard search.scan.isDone else { return }
    self.search?.awaited = nil
    guard let id = nextMatch(search, awaited, wraps: true) else {
      let total = CountText.counted(search.scan.totalCount, "event")
      let part = search.scan.isComplete ? "" : "the \(search.scan.percent) % looked at of "
      note = "/\(search.pattern.text): not found in \(part)\(total)."
      return
    }
    arrive(at: id)
    note = "/\(search.pattern.text): continued from the \(awaited.isForward ? "top" : "end")"
  }

  private mutating func arrive(at id: EventID) {
    self.search?.awaited = nil
    leavePlace()
    _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst)
  }

  /// The nearest match in the direction of the list; `wraps` takes those at its other end too.
  private func nextMatch(
    _ search: EventSearch, _ awaited: EventSearch.Awaited, wraps: Bool
  ) -> EventID? {
    let isUp = awaited.isForward == settings.isNewestFirst
    let hits = search.scan.hits
    let from = awaited.id.map { search.scan.place(of: $0, catalog) } ?? (isUp ? hits.count : 0)
    let match = listed(hits, from, isUp) { $0 != awaited.id }
    return match ?? (wraps ? listed(hits, isUp ? hits.count : 0, isUp) { _ in true } : nil)
  }

  /// The first hit from a place on that is in the list and of which a condition holds.
  private func listed(
    _ hits: [UInt32], _ place: Int, _ isUp: Bool, where holds: (EventID) -> Bool
  ) -> EventID? {
    func isWanted(_ row: UInt32) -> Bool {
      eventsPane.isListed(row, catalog) && holds(catalog.id(at: Int(row)))
    }
    let row = isUp ? hits[..<place].last(where: isWanted) : hits[place...].first(where: isWanted)
    return row.map { catalog.id(at: Int($0)) }
  }

  private mutating func searchStreams(_ pattern: TextPattern, isForward: Bool) {
    let search = TextSearch(pattern)
    let names = catalog.streams.map(\.name).filter { search.holds(Array($0.description.utf8)) }
    var current: StreamName?
    if case .stream(let chosen, _) = streamsPane.chosen { current = chosen }
    guard let place = names.place(beside: current, isForward: isForward) else {
      note = "/\(pattern.text): not found in \(CountText.counted(catalog.streamCount, "stream"))."
      return
    }
    streamsPane.choose(names[place], catalog, preview: streamPreview)
    showNode()
    note = "/\(pattern.text)  \(place + 1) of \(CountText.counted(names.count, "stream"))"
  }

  private mutating func searchPayload(_ pattern: TextPattern, isForward: Bool) {
    guard let document = payloadPane.document else { return }
    let search = TextSearch(pattern)
    let lines = (0..<document.lineCount).filter { line in
      search.holds(Array(document.line(at: line).text.description.utf8))
    }
    guard let place = lines.place(beside: document.cursor, isForward: isForward) else {
      note = "/\(pattern.text): not found in the lines that are unfolded; E unfolds all."
      return
    }
    payloadPane.document?.go(to: lines[place])
    note = "/\(pattern.text)  \(place + 1) of \(lines.count) lines"
  }

  /// Goes to the next event of the type of the chosen one, or to the one before.
  mutating func goToSameType(isForward: Bool) {
    guard let id = eventsPane.chosenID, let row = catalog.row(of: id),
      let type = catalog.type(at: row)
    else { return }
    let step = isForward ? 1 : -1
    var line = eventsPane.viewport.cursor + step
    while let row = eventsPane.row(atLine: line, settings.isNewestFirst), line >= 0 {
      if catalog.type(at: row) == type {
        eventsPane.viewport.go(to: line)
        eventsPane.noteChosen(catalog, settings.isNewestFirst)
        return
      }
      line += step
    }
    note = "No further \(type) \(isForward ? "below" : "above")."
  }
}
