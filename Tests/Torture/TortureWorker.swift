import Foundation
import LivenStore
import LivenStoreTestSupport

/// The part of the torture that is made of the library; `Tests/Torture/torture` drives it.
///
/// Writers tell what was acknowledged, readers look for holes, and crash states are searched through.
@main
struct TortureWorker {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let mode = arguments.first else { return usage() }
    let rest = Array(arguments.dropFirst())
    StandardStream.handleSignals()
    do {
      try await run(mode, rest)
    } catch {
      StandardStream.error.write(Array("livenstore-torture: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ mode: String, _ rest: [String]) async throws {
    switch (mode, rest.count) {
    case ("explore", 2...): try explore(states: number(rest[0]), seed: number(rest[1]))
    case ("work", 4...): try Writer(rest).run()
    case ("check", 2...): try AcknowledgementCheck(store: rest[0], files: Array(rest[1...])).run()
    case ("prefix", 3...): try prefix(rest[0], stream: rest[1], reads: number(rest[2]))
    case ("swap", 2...): try swap(rest[0], opens: number(rest[1]))
    case ("torn", 2...): try TornReads(store: rest[0], count: number(rest[1])).run()
    case ("healthy", 3...):
      try HealthyStores(folder: rest[0], count: number(rest[1]), seed: number(rest[2])).run()
    case ("update", 4...):
      try await AggregateUpdates(
        store: rest[0], name: rest[1], count: number(rest[2]),
        durability: rest[3] == "synced" ? .synced : .buffered
      ).run()
    case ("counted", 1...): try await AggregateUpdates.check(rest[0])
    case ("names", 1...): try NameAttacks(store: rest[0]).run()
    case ("tail", 3...): try tail(rest[0], events: number(rest[1]), pausing: rest[2] == "pause")
    default: usage()
    }
  }

  private static func usage() {
    print(
      """
      usage: livenstore-torture explore STATES SEED
             livenstore-torture work STORE append|link|save|expect COUNT synced|buffered [ERRORS]
             livenstore-torture check STORE FILE…
             livenstore-torture prefix STORE STREAM READS
             livenstore-torture swap STORE OPENS
             livenstore-torture tail STORE EVENTS pause|go
             livenstore-torture torn STORE READS
             livenstore-torture names STORE
             livenstore-torture healthy FOLDER COUNT SEED
             livenstore-torture update STORE NAME COUNT synced|buffered
             livenstore-torture counted STORE
      """)
    exit(64)
  }

  private static func number(_ text: String) -> Int { Int(text) ?? 0 }

  /// Random workloads until so many crash states were looked at.
  private static func explore(states: Int, seed: Int) throws {
    var (seen, opened, round) = (0, 0, 0)
    while seen < states {
      let workloadSeed = UInt64(seed * 1_000_003 + round)
      let units = CommitWorkload.random(seed: workloadSeed, count: 3)
      var explorer = CrashExplorer(
        try CommitWorkload(units), statesPerOperation: 4_096, seed: workloadSeed)
      explorer.run(stopsEarly: false)
      for violation in explorer.violations { print("seed \(workloadSeed): \(violation)") }
      if !explorer.violations.isEmpty { exit(1) }
      seen += explorer.stateCount
      opened += explorer.openedCount
      round += 1
    }
    print("explored \(seen) states of \(round) workloads, opened \(opened): 0 violations")
  }

  /// Reads a stream again and again beside a writer that links in order; a hole is an id that came
  /// later than one behind it.
  private static func prefix(_ path: String, stream: String, reads: Int) throws {
    let store = try JSONEventStore(opening: path)
    guard let name = StreamName(stream) else { return usage() }
    var (last, listed): ([EventID], [EventID]) = ([], [])
    var (holes, growths, control) = (0, 0, 0)
    for _ in 0..<reads {
      let ids = try store.eventIDs(in: name)
      if !ids.starts(with: last) { holes += 1 }
      if ids.count > last.count { growths += 1 }
      last = ids
      // One listing alone, as any program would do it, has them.
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(path)/streams/\(stream)")
      let once = names.compactMap { EventID(String($0.dropLast(5))) }.sorted()
      if !once.starts(with: listed) { control += 1 }
      listed = once
    }
    print("\(reads) reads, \(growths) found more: \(holes) holes, \(control) in single listings")
    exit(holes == 0 ? 0 : 1)
  }

  /// Reads an event whose name another process swaps between a file and a link that leads outside.
  private static func swap(_ path: String, opens: Int) throws {
    let store = try JSONEventStore(opening: path)
    guard let id = try store.eventIDs().first else { return }
    var (escapes, refusals) = (0, 0)
    for _ in 0..<opens {
      do {
        let record = try store.readRecord(id)
        if record.event == nil { escapes += 1 }
      } catch { refusals += 1 }
    }
    print("\(opens) opens, \(refusals) refused: \(escapes) escapes")
    exit(escapes == 0 ? 0 : 1)
  }

  /// Follows a store until so many events came; each must come once.
  private static func tail(_ path: String, events: Int, pausing: Bool) throws {
    let (store, stop) = (try JSONEventStore(opening: path), StopFlag())
    var (seen, doubled, compared, longest) = (Set<EventID>(), 0, 0, UInt64(0))
    var before = SystemClock.monotonicNanoseconds()
    try StoreWatcher(store).run(stop: stop) { changes in
      for change in changes {
        switch change {
        case .appended(let event): if !seen.insert(event.id).inserted { doubled += 1 }
        case .found(let catalog):
          seen.formUnion(catalog.order.lazy.map { catalog.id(at: Int($0)) })
        case .compared:
          compared += 1
          longest = max(longest, SystemClock.monotonicNanoseconds() - before)
        default: continue
        }
      }
      // A consumer that is slow now and then makes the system's queue overflow.
      if pausing, seen.count % 7_000 < 200 { SystemClock.sleep(milliseconds: 300) }
      if seen.count >= events { stop.set() }
      before = SystemClock.monotonicNanoseconds()
    }
    print(
      "\(seen.count) events, \(doubled) doubled, \(compared) full comparisons, "
        + "the longest \(longest / 1_000_000) ms")
    exit(doubled == 0 ? 0 : 1)
  }
}
