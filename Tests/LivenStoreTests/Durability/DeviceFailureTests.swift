import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("A device that fails, or is full")
struct DeviceFailureTests {
  private func store(failingAt number: Int) throws -> (JSONEventStore, FailingDisk) {
    let disk = FailingDisk(failingSync: number)
    let root = disk.root()
    for name in ["events", "streams"] {
      try name.withFileName { try disk.makeFolder($0, in: root.number, mode: 0o700) }
    }
    let store = try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
    return (store, disk)
  }

  private func event(_ number: UInt64) -> Event {
    let id = EventID(ULID(milliseconds: 1_700_000_000_000 + number, randomHigh: 0, randomLow: 1))
    return Event(id: id, type: "Made", payload: [1])
  }

  @Test("a store without a ledger is read where there is no room for one")
  func full() throws {
    let (store, disk) = try store(failingAt: 0)
    for number in 1...3 { try store.append(event(UInt64(number)), to: ["a-1"]) }
    disk.fill()
    #expect(try store.ledgerView(makesLedger: true) == nil)
    #expect(try store.countedTotals().eventCount == 3)
    #expect(try store.readStream("a-1").count == 3)
  }

  @Test(
    "a failed sync of the unnamed file refuses: nothing is visible, and the next append is free to succeed"
  )
  func ofFile() throws {
    let (store, disk) = try store(failingAt: 1)
    #expect(code { try store.append(event(1)) } == .ioFailure)
    #expect(try store.eventIDs() == [])
    #expect(try store.append(event(1)).isNew)
    #expect(disk.repeatedSyncCount == 0)
  }

  @Test(
    "a failed sync of a folder leaves the outcome unknown and the handle read-only; a retry on a new one is safe"
  )
  func ofFolder() throws {
    let (store, disk) = try store(failingAt: 2)
    let unknown = #expect(throws: EventStoreError.self) { try store.append(event(1)) }
    #expect(unknown?.code == .outcomeUnknown && unknown?.unsettledEvents == [event(1)])
    #expect(code { try store.append(event(2)) } == .reopenNeeded)
    #expect(try store.read(event(1).id) == event(1))
    let again = try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
    #expect(try again.append(event(1)).isNew == false)
    #expect(disk.repeatedSyncCount == 0)
  }

  private func code(_ body: () throws -> some Any) -> EventStoreError.Code? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? EventStoreError)?.code
    }
  }
}
