import Synchronization

/// Threads that share work on many files, and whom the caller waits for.
///
/// More threads than processors: on a device that has to look for each file, how many look at once is
/// what counts.
package enum Workers {
  /// How many threads work at once, the caller's included.
  package static let threadCount = 8
  /// How many threads work at once on what waits for no device.
  static let processorCount = max(1, min(threadCount, SystemCalls.processorCount))
  /// How many elements a thread takes at a time; fewer than two times as many are not worth a thread.
  package static let partCount = 256

  /// Calls `body` with each number below `count` and returns what it returned, in order.
  package static func map<Value: Sendable>(
    count: Int, _ body: @escaping @Sendable (Int) -> Value
  ) -> [Value] {
    map(count: count, making: {}, { body($1) })
  }

  /// The same with something that each thread makes for itself, such as what no two may share; of costly
  /// elements a thread takes fewer at a time, and work that waits for no device needs fewer threads.
  package static func map<Tool, Value: Sendable>(
    count: Int, partCount: Int = Workers.partCount, threadCount: Int = Workers.threadCount,
    making makeTool: @escaping @Sendable () -> Tool,
    _ body: @escaping @Sendable (Tool, Int) -> Value
  ) -> [Value] {
    let work: @Sendable (Parts<Value>) -> Void = { parts in
      let tool = makeTool()
      parts.work { body(tool, $0) }
    }
    guard count >= partCount * 2 else {
      let tool = makeTool()
      return (0..<count).map { body(tool, $0) }
    }
    let parts = Parts<Value>(count: count, partCount: partCount)
    let left = Monitor(threadCount - 1)
    for _ in 1..<threadCount {
      let failure = BackgroundThread.tryToStart(name: "worker") {
        work(parts)
        left.withLock { $0 -= 1 }
      }
      // With fewer it takes longer, no more.
      if failure != 0 { left.withLock { $0 -= 1 } }
    }
    work(parts)
    left.wait { $0 == 0 ? () : nil }
    return parts.joined()
  }
}

/// Parts of the work, taken in order, and what became of them.
private final class Parts<Value: Sendable>: Sendable {
  private let count: Int
  private let partCount: Int
  private let next = Atomic<Int>(0)
  private let done: Mutex<[[Value]]>

  init(count: Int, partCount: Int) {
    self.count = count
    self.partCount = partCount
    done = Mutex(Array(repeating: [], count: (count + partCount - 1) / partCount))
  }

  func work(_ body: (Int) -> Value) {
    while true {
      let part = next.add(1, ordering: .relaxed).oldValue
      let start = part * partCount
      guard start < count else { return }
      let values = (start..<min(start + partCount, count)).map(body)
      done.withLock { $0[part] = values }
    }
  }

  func joined() -> [Value] { done.withLock { parts in Array(parts.joined()) } }
}
