import LivenStore

/// A bar on standard error while a person waits; nothing elsewhere.
struct Progress {
  private let totalBytes: Int?
  private let isShown = StandardStream.error.isTerminal
  private var lastNanoseconds: UInt64 = 0
  private static let columns = 30

  init(totalBytes: Int?) { self.totalBytes = totalBytes }

  /// Shows how far it is, ten times a second at most.
  mutating func show(readBytes: Int, count: Int) {
    guard isShown else { return }
    let now = SystemClock.monotonicNanoseconds()
    guard now - lastNanoseconds > 100_000_000 else { return }
    lastNanoseconds = now
    var bar = ""
    if let totalBytes, totalBytes > 0 {
      let done = min(Progress.columns, readBytes * Progress.columns / totalBytes)
      bar =
        "[" + String(repeating: "#", count: done)
        + String(repeating: ".", count: Progress.columns - done)
        + "] \(readBytes * 100 / totalBytes)%  "
    }
    StandardStream.error.write(Array("\r\(bar)\(count) events".utf8))
  }

  /// Shows how many of how many events are read.
  mutating func show(count: Int, of total: Int, _ what: String) {
    guard isShown, total > 0 else { return }
    let now = SystemClock.monotonicNanoseconds()
    guard now - lastNanoseconds > 100_000_000 else { return }
    lastNanoseconds = now
    let text = "\r\(what): \(count * 100 / total)%"
    StandardStream.error.write(Array(text.utf8))
  }

  /// Takes the bar away.
  func clear() {
    if isShown, lastNanoseconds > 0 { StandardStream.error.write(Array("\r\u{1B}[K".utf8)) }
  }
}
