import LivenStore
import StoreBrowser

/// Times the browser's replay of a stream: opening it, then any step or jump, as the screen asks for them.
struct ReplayDeskBenchmark {
  let store: JSONEventStore
  let stream: StreamName
  let sources: ReplaySources
  let measure: Measure

  func run() throws {
    let before = Measure.privateMemoryKilobytes
    let entries = try store.eventIDs(in: stream).enumerated().map { index, id in
      ReplayEntry(.stored(id), version: index + 1)
    }
    for source in [ReplaySource.aggregate("Account"), .merge] {
      let name = source == .merge ? "merge" : "aggregate"
      var desk = ReplayDesk(sources: sources) { [store] id throws(EventStoreError) in
        try store.read(id)
      }
      measure.time("replay-open-\(name)", of: 1) {
        desk.take(.open(number: 1, source, entries, place: entries.count))
        while !hasStep(desk.work()) {}
      }
      while !desk.isIdle { _ = desk.work() }
      jump(&desk, entries.count, "replay-jump-\(name)") { _ in Int.random(in: 1...entries.count) }
      jump(&desk, entries.count, "replay-back-\(name)") { entries.count - $0 }
      let after = Measure.privateMemoryKilobytes
      Measure.say("replay-memory-\(name) \(entries.count) events \((after - before)) kB")
    }
  }

  private func hasStep(_ answers: [ReplayAnswer]) -> Bool {
    answers.contains { answer in
      if case .step = answer.content { true } else { false }
    }
  }

  /// A thousand steps one by one: the middle and the slowest of a hundred.
  private func jump(
    _ desk: inout ReplayDesk, _ count: Int, _ name: String, place: (Int) -> Int
  ) {
    var times: [UInt64] = []
    for number in 0..<1_000 {
      let start = SystemClock.monotonicNanoseconds()
      desk.take(.step(max(1, place(number))))
      for answer in desk.work() {
        if case .step(_, let step) = answer.content { precondition(step.changes.count < 100) }
      }
      times.append(SystemClock.monotonicNanoseconds() - start)
    }
    times.sort()
    Measure.say(
      "\(name) \(times.count) ops median \(times[times.count / 2] / 1_000) us p99 "
        + "\(times[times.count * 99 / 100] / 1_000) us")
  }
}
