/// Threads that share work on many files, while the caller waits for them.
///
/// More threads than processors: on a device that has to look for each file, how many look at once is
/// what counts.
package enum Workers {
  /// How many threads work at once.
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
    start(count, partCount, threadCount, makeTool, body).inOrder()
  }

  /// Calls `body` with each number below `count`; what a part of them returned comes to `take`, on the caller's
  /// thread, as soon as it is there, in any order, while the threads go on.
  static func forEachPart<Value: Sendable>(
    count: Int, partCount: Int = Workers.partCount,
    _ body: @escaping @Sendable (Int) -> Value, take: (Range<Int>, [Value]) -> Void
  ) {
    let parts = start(count, partCount, Workers.threadCount, {}, { body($1) })
    while let done = parts.nextDone() {
      for part in done { take(part.range, part.values) }
    }
  }

  private static func start<Tool, Value: Sendable>(
    _ count: Int, _ partCount: Int, _ threadCount: Int, _ makeTool: @escaping @Sendable () -> Tool,
    _ body: @escaping @Sendable (Tool, Int) -> Value
  ) -> WorkerParts<Value> {
    let parts = WorkerParts<Value>(count: count, partCount: partCount)
    parts.start(threadCount: count < partCount * 2 ? 0 : threadCount) {
      let tool = makeTool()
      parts.work { body(tool, $0) }
    }
    return parts
  }
}
