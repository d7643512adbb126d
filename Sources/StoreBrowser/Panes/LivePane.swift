internal import LivenStore
internal import TerminalUI

/// The feed of what has come since the browser was opened: the catalog's rows in order of arrival.
struct LivePane: Sendable {
  var viewport = ListViewport()
  /// The first row that is shown.
  private(set) var start = 0
  /// How many events were there when it was paused; `nil` while it follows.
  private(set) var pausedCount: Int?
  private(set) var count = 0
  private var arrivals = Arrivals()

  var isFollowing: Bool { pausedCount == nil }

  /// How many events came while it was paused.
  var newCount: Int { pausedCount.map { count - $0 } ?? 0 }

  /// Everything up to here was there before.
  mutating func begin(at row: Int) {
    start = row
    count = 0
    pausedCount = nil
    viewport.setCount(0)
  }

  /// Takes events in; nothing on the screen moves while it is paused.
  mutating func refresh(_ catalog: StoreCatalog, atMilliseconds now: Int64) {
    let total = catalog.count - start
    let new = (start + count)..<max(start + count, start + total)
    arrivals.add(new.lazy.map { row in catalog.type(at: row) }, atMilliseconds: now)
    count = total
    viewport.setCount(count)
    if isFollowing { viewport.goToEnd() }
  }

  mutating func pause() {
    if isFollowing { pausedCount = count }
  }

  mutating func resume() {
    pausedCount = nil
    viewport.goToEnd()
  }

  /// Moving up pauses; reaching the end resumes.
  mutating func moved() {
    if !viewport.isAtEnd { pause() } else if count > 0 { resume() }
  }

  mutating func clear() { begin(at: start + count) }

  /// Events a second over the last ten.
  func rate(atMilliseconds now: Int64) -> Int { arrivals.perSecond(atMilliseconds: now) }

  /// How many events of each type came in the last minute, the most first.
  func typeCounts(atMilliseconds now: Int64) -> [(type: EventType?, count: Int)] {
    arrivals.typeCounts(atMilliseconds: now)
  }

  func row(atLine line: Int) -> Int { start + line }
}
