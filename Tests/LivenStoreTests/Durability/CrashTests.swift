import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("A crash at any moment, on a simulated disk")
struct CrashTests {
  private static let units = [
    CommitWorkload.Unit(events: [event(1, "Made")], streams: []),
    CommitWorkload.Unit(events: [event(2, "Moved")], streams: ["a-1"]),
    CommitWorkload.Unit(events: [event(3, "Made"), event(4, "Moved")], streams: ["a-1", "b-1"]),
    CommitWorkload.Unit(events: [event(5, "Removed")], streams: []),
  ]

  private static func event(_ number: Int, _ type: EventType) -> Event {
    let id = EventID(
      ULID(milliseconds: 1_700_000_000_000 + UInt64(number), randomHigh: 0, randomLow: 1))
    return Event(id: id, type: type, payload: Array("{\"n\":\(number)}".utf8))
  }

  @Test("loses nothing that was acknowledged, shows nothing torn and nothing in part")
  func correct() throws {
    let workload = try CommitWorkload(Self.units)
    var explorer = CrashExplorer(workload, statesPerOperation: 300)
    explorer.run(stopsEarly: false)
    #expect(explorer.violations.map(\.description) == [])
    #expect(explorer.openedCount > 300)
  }

  @Test("a mistake in the protocol is found", arguments: ProtocolMutant.all)
  func mutant(_ mutant: ProtocolMutant) throws {
    let workload = try CommitWorkload(Self.units)
    let mutated = mutant.applied(to: workload)
    #expect(mutated.operations != workload.operations)
    var explorer = CrashExplorer(mutated, statesPerOperation: 300)
    explorer.run()
    #expect(!explorer.violations.isEmpty)
  }

  @Test("random appends", arguments: 1...4)
  func random(seed: Int) throws {
    let units = CommitWorkload.random(seed: UInt64(seed), count: 4)
    var explorer = CrashExplorer(
      try CommitWorkload(units), statesPerOperation: 60, seed: UInt64(seed))
    explorer.run(stopsEarly: false)
    #expect(explorer.violations.map(\.description) == [])
  }
}
