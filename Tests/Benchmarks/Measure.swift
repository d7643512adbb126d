import LivenStore

/// Times operations and prints a line for each kind of them.
struct Measure {
  /// Times synchronous work.
  func time(_ name: String, of count: Int, _ body: () throws -> Void) rethrows {
    let (wall, processor) = Measure.now()
    try body()
    print(name, count, since: wall, processor)
  }

  /// Times asynchronous work.
  func time(_ name: String, of count: Int, _ body: () async throws -> Void) async rethrows {
    let (wall, processor) = Measure.now()
    try await body()
    print(name, count, since: wall, processor)
  }

  private static func now() -> (UInt64, UInt64) {
    (SystemClock.monotonicNanoseconds(), SystemClock.processorNanoseconds())
  }

  private func print(_ name: String, _ count: Int, since wall: UInt64, _ processor: UInt64) {
    let now = Measure.now()
    let perCall = { (nanoseconds: UInt64) in Double(nanoseconds / UInt64(count)) / 1_000 }
    let (walls, processors) = (perCall(now.0 - wall), perCall(now.1 - processor))
    Measure.say("\(name) \(count) ops \(walls) us/op wall \(processors) us/op cpu")
  }

  /// Prints a line.
  static func say(_ line: String) { StandardStream.output.write(Array((line + "\n").utf8)) }

  /// The memory that is this process's alone, as Linux tells it; 0 elsewhere.
  static var privateMemoryKilobytes: Int {
    guard let bytes = try? TextFile.read("/proc/self/status") else { return 0 }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("RssAnon:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  }
}
