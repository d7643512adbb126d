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
  private var arrivals = ArrivalRate()

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
    arrivals.add(total - count, atMilliseconds: now)
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

  func row(atLine line: Int) -> Int { start + line }
}

/// Counts arrivals by the second, ten seconds back.
struct ArrivalRate: Sendable {
  private var counts: [Int64: Int] = [:]

  mutating func add(_ count: Int, atMilliseconds now: Int64) {
    guard count > 0 else { return }
    counts[now / 1_000, default: 0] += count
    counts = counts.filter { $0.key > now / 1_000 - 10 }
  }

  func perSecond(atMilliseconds now: Int64) -> Int {
    let recent = counts.filter { $0.key > now / 1_000 - 10 }.values.reduce(0, +)
    return (recent + 9) / 10
  }
}
