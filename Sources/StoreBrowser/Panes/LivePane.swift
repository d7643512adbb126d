internal import LivenStore
internal import TerminalUI

/// The feed of what has come since the browser was opened: the catalog's rows in order of arrival.
struct LivePane: Sendable {
  var viewport = ListViewport()
  /// Narrows the feed to some events.
  var filter: EventFilter?
  /// The first row of the catalog that belongs to it, and how many have come.
  private(set) var start = 0
  private(set) var count = 0
  /// How many events were there when it was paused, and when that was; `nil` while it follows.
  private(set) var pausedCount: Int?
  private(set) var pausedMilliseconds: Int64?
  /// When it began, and when the last event came.
  private(set) var startMilliseconds: Int64 = 0
  private(set) var lastMilliseconds: Int64?
  /// Where events stand that no notification told of: how many there were before, and how many came.
  private(set) var gaps: [(before: Int, count: Int)] = []
  /// The rows that a filter lets through, in order of arrival.
  private var filteredRows: [UInt32] = []
  private var arrivals = Arrivals()

  var isFollowing: Bool { pausedCount == nil }

  /// How many lines it has.
  var lineCount: Int { filter == nil ? count : filteredRows.count }

  /// How many lines came while it was paused.
  var newCount: Int { pausedCount.map { lineCount - line(after: $0) } ?? 0 }

  /// How many events were found by comparing.
  var missedCount: Int { gaps.reduce(0) { $0 + $1.count } }

  /// Everything up to here was there before.
  mutating func begin(at row: Int, atMilliseconds now: Int64) {
    start = row
    count = 0
    (startMilliseconds, lastMilliseconds) = (now, nil)
    gaps = []
    filteredRows = []
    resume()
  }

  /// Takes events in; nothing on the screen moves while it is paused.
  mutating func refresh(_ catalog: StoreCatalog, atMilliseconds now: Int64) {
    let total = catalog.count - start
    let new = (start + count)..<max(start + count, start + total)
    arrivals.add(new.lazy.map { row in catalog.type(at: row) }, atMilliseconds: now)
    if !new.isEmpty { lastMilliseconds = now }
    count = total
    settle()
  }

  /// Notifications were lost, and the last so many rows of the catalog were found by comparing.
  mutating func addGap(of missed: Int, before end: Int) {
    if missed > 0 { gaps.append((before: end - start - missed, count: missed)) }
  }

  /// Takes in rows that a filter lets through.
  mutating func take(filtered rows: [UInt32]) {
    filteredRows.insertSorted(rows)
    settle()
  }

  /// Narrows the feed, or shows all of it.
  mutating func show(only filter: EventFilter?) {
    self.filter = filter
    filteredRows = []
    settle()
  }

  private mutating func settle() {
    viewport.setCount(lineCount)
    if isFollowing { viewport.goToEnd() }
  }

  mutating func pause(atMilliseconds now: Int64) {
    if isFollowing { (pausedCount, pausedMilliseconds) = (count, now) }
  }

  mutating func resume() {
    (pausedCount, pausedMilliseconds) = (nil, nil)
    settle()
  }

  /// Moving up pauses; reaching the end resumes.
  mutating func moved(atMilliseconds now: Int64) {
    if !viewport.isAtEnd { pause(atMilliseconds: now) } else if count > 0 { resume() }
  }

  /// Events a second over the last ten.
  func rate(atMilliseconds now: Int64) -> Int { arrivals.perSecond(atMilliseconds: now) }

  /// How many events of each type came in the last minute, the most first.
  func typeCounts(atMilliseconds now: Int64) -> [(type: EventType?, count: Int)] {
    arrivals.typeCounts(atMilliseconds: now)
  }

  /// The row of the catalog at a line.
  func row(atLine line: Int) -> Int {
    filter == nil ? start + line : Int(filteredRows[line])
  }

  /// The rows of the catalog that it shows.
  var rows: [UInt32] { filter == nil ? allRows : filteredRows }

  /// The same without a filter.
  var allRows: [UInt32] { Array(UInt32(start)..<UInt32(start + count)) }

  /// The line of the first event that came after so many.
  private func line(after count: Int) -> Int {
    filter == nil ? count : filteredRows.partitioningIndex { Int($0) >= start + count }
  }
}

extension LivePane {
  /// A line between events: where it was paused, or where notifications were lost.
  struct Rule {
    /// The line that it stands above.
    let line: Int
    let text: String
  }

  var rules: [Rule] {
    var rules = gaps.map { gap in
      Rule(
        line: line(after: gap.before),
        text: "notifications were lost: \(CountText.counted(gap.count, "event")) found by comparing"
      )
    }
    if let pausedCount, newCount > 0 {
      rules.append(Rule(line: line(after: pausedCount), text: "new since pause"))
    }
    return rules
  }

  /// Tells it how many rows of the screen it has; rules take some of them.
  mutating func setHeight(_ height: Int) {
    viewport.setHeight(height)
    if isFollowing { viewport.goToEnd() }
    let ruleCount = rules.count { viewport.visible.contains($0.line) }
    viewport.setHeight(max(1, height - ruleCount))
    if isFollowing { viewport.goToEnd() }
  }

  /// How far below the pane's top the chosen line stands.
  var cursorOffset: Int {
    let rulesAbove = rules.count { (viewport.top...viewport.cursor).contains($0.line) }
    return viewport.cursor - viewport.top + rulesAbove
  }
}
