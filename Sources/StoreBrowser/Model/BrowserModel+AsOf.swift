internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Turns the whole browser to a moment: a time, a position, or the event of an id; nothing is now.
  mutating func turn(to text: String) -> [BrowserEffect] {
    guard !text.isEmpty else { return turnToNow() }
    let now = present?.catalog ?? catalog
    if let position = Int(text) {
      note = "Looking for what had arrived by position \(text)…"
      return [.readPositions(upTo: position)]
    }
    if let id = EventID(text), now.row(of: id) != nil {
      return turn(to: "event …\(id.description.suffix(6))") { $0 <= id }
    }
    guard let time = milliseconds(text, near: chosenID?.timeMilliseconds ?? nowMilliseconds) else {
      note =
        "'\(text)' is no time, no position and no event here: write it as 2024-04-23T10:30:59Z, "
        + "12:30, 4800 or an id."
      return []
    }
    let offset = settings.offset(at: time)
    let label =
      TimestampText.date(time, offsetMinutes: offset) + " "
      + TimestampText.clock(time, offsetMinutes: offset)
    return turn(to: label) { id in id.timeMilliseconds.map { $0 <= time } ?? true }
  }

  /// Turns to what had arrived by a position.
  mutating func turn(toPosition position: Int, ids: Set<EventID>) -> [BrowserEffect] {
    turn(to: "position \(CountText.grouped(position))", ids.contains)
  }

  private mutating func turn(
    to label: String, _ holds: (EventID) -> Bool
  ) -> [BrowserEffect] {
    note = nil
    let now = present ?? Present(catalog: catalog, livePane: livePane, label: "")
    present = Present(catalog: now.catalog, livePane: now.livePane, label: label)
    let other = now.catalog.filtered(holds)
    livePane = LivePane()
    livePane.begin(at: other.count, atMilliseconds: nowMilliseconds)
    return show(other)
  }

  /// Goes back to what is there now.
  mutating func turnToNow() -> [BrowserEffect] {
    guard let now = present else {
      note = "This is now."
      return []
    }
    present = nil
    livePane = now.livePane
    // It was not asked of what came meanwhile.
    livePane.show(only: nil)
    return show(now.catalog)
  }

  /// The rows of a catalog are others than those of the one before.
  private mutating func show(_ other: StoreCatalog) -> [BrowserEffect] {
    let condition = eventsPane.filter?.text
    (catalog, search, eventsPane.filter) = (other, nil, nil)
    if case .stream(let name) = eventsPane.scope, catalog.stream(named: name) == nil {
      eventsPane.scope = .all
    }
    refreshLists()
    return (condition.map { filterEvents($0, isLive: false) } ?? []) + showReplayEntries()
  }

  /// Takes in what happens now while another moment shows.
  mutating func takeUnseen(_ changes: [CatalogChange]) {
    for change in changes { present?.catalog.apply(change) }
  }

  /// How many events came behind the moment that shows.
  var laterCount: Int { (present?.catalog.count ?? catalog.count) - catalog.count }
}

/// What is there now, while another moment shows.
struct Present: Sendable {
  var catalog: StoreCatalog
  let livePane: LivePane
  /// The moment that shows, as the breadcrumb has it.
  let label: String
}
