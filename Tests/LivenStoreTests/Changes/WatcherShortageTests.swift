import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("A watcher that has no descriptor left")
struct WatcherShortageTests {
  private let disk = SimulatedDisk()

  private func open(_ disk: any Disk) throws -> JSONEventStore {
    try JSONEventStore(path: "sim", root: self.disk.root(), disk: disk)
  }

  @Test("tells what came meanwhile when there are some again, though no folder changes any more")
  func mended() throws {
    let root = disk.root()
    for name in ["events", "streams"] {
      try name.withFileName { try disk.makeFolder($0, in: root.number, mode: 0o700) }
    }
    let (store, failing) = (try open(disk), FailingDisk(disk))
    try store.append(try Event(type: "Made", payload: "1"), to: ["a-1"])
    let watched = Watched(try open(failing), usesNotifications: false)
    #expect(watched.waitFor { $0.isLoaded && $0.stream(named: "a-1")?.version == 1 })
    failing.setShort(true)
    try store.append(try Event(type: "Made", payload: "2"), to: ["a-1"])
    try store.append(try Event(type: "Made", payload: "3"), to: ["b-1"])
    try store.append(try Event(type: "Made", payload: "4"))
    let refusedCount = failing.refusedCount
    #expect(Deadline.waitFor { failing.refusedCount > refusedCount + 1 })
    #expect(watched.catalog.withLock { $0.count } == 1)
    failing.setShort(false)
    #expect(watched.waitFor { $0.count == 4 && $0.stream(named: "a-1")?.version == 2 })
    #expect(watched.waitFor { $0.stream(named: "b-1")?.version == 1 && $0.problems.isEmpty })
  }
}
