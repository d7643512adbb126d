import Synchronization

/// Parts of the work of ``Workers``, taken in order, and what became of them.
final class WorkerParts<Value: Sendable>: Sendable {
  private let count: Int
  private let partCount: Int
  private let next = Atomic<Int>(0)
  private let state = Monitor(State())

  private struct State {
    var done: [(Range<Int>, [Value])] = []
    var runningCount = 0
  }

  init(count: Int, partCount: Int) {
    self.count = count
    self.partCount = partCount
  }

  /// Starts threads that work until nothing is left; without any, the caller works.
  func start(threadCount: Int, _ work: @escaping @Sendable () -> Void) {
    for _ in 0..<threadCount {
      state.withLock { $0.runningCount += 1 }
      let failure = BackgroundThread.tryToStart(name: "worker") { [self] in
        work()
        state.withLock { $0.runningCount -= 1 }
      }
      // With fewer it takes longer, no more.
      if failure != 0 { state.withLock { $0.runningCount -= 1 } }
    }
    if state.withLock({ $0.runningCount == 0 }) { work() }
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

  /// Waits for a part that is done; `nil` once all were handed over.
  func nextDone() -> (Range<Int>, [Value])? {
    state.wait { state in
      if !state.done.isEmpty { return .some(state.done.removeFirst()) }
      return state.runningCount == 0 ? .some(nil) : nil
    }
  }

  /// Waits for all that is being done; what is done and was not handed over, in order.
  func inOrder() -> [Value] {
    var parts: [(range: Range<Int>, values: [Value])] = []
    while let part = nextDone() { parts.append(part) }
    return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }.flatMap(\.values)
  }
}
