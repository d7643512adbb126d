import Synchronization

/// Parts of the work of ``Workers``, taken in order, and what became of them.
final class WorkerParts<Value: Sendable>: Sendable {
  private let count: Int
  private let partCount: Int
  private let next = Atomic<Int>(0)
  private let state = Monitor(State())

  typealias Part = (range: Range<Int>, values: [Value])

  private struct State {
    var done: [Part] = []
    var runningCount = 0
  }

  init(count: Int, partCount: Int) {
    self.count = count
    self.partCount = partCount
  }

  /// Starts threads that work until nothing is left; without any, the caller works.
  func start(threadCount: Int, _ work: @escaping @Sendable () -> Void) {
    var startedCount = 0
    for _ in 0..<threadCount {
      state.withLock { $0.runningCount += 1 }
      let failure = BackgroundThread.tryToStart(name: "worker") { [self] in
        work()
        state.withLock { $0.runningCount -= 1 }
      }
      // With fewer it takes longer, no more.
      if failure != 0 { state.withLock { $0.runningCount -= 1 } } else { startedCount += 1 }
    }
    if startedCount == 0 { work() }
  }

  /// Takes parts and does them until nothing is left.
  func work(_ body: (Int) -> Value) {
    while let range = takePart() {
      let values = range.map(body)
      state.withLock { $0.done.append((range, values)) }
    }
  }

  private func takePart() -> Range<Int>? {
    let start = next.add(1, ordering: .relaxed).oldValue * partCount
    return start < count ? start..<min(start + partCount, count) : nil
  }

  /// Ends the work: what is being done is finished.
  func stop() { next.store(count, ordering: .relaxed) }

  /// Waits for parts that are done, and hands them over; `nil` once all were.
  func nextDone() -> [Part]? {
    state.wait { state in
      guard state.done.isEmpty else {
        defer { state.done = [] }
        return .some(state.done)
      }
      return state.runningCount == 0 ? .some(nil) : nil
    }
  }

  /// Waits for all that is being done; what is done and was not handed over, in order.
  func inOrder() -> [Value] {
    var parts: [Part] = []
    while let done = nextDone() { parts += done }
    return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }.flatMap(\.values)
  }
}
