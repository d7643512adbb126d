import LivenStore
import LivenStoreTestSupport
import StoreBrowser
import TerminalUI
import Testing

@Suite("What is counted before all is read")
struct CountedStartTests {
  private static let count = 5_000

  /// A store whose ledger is current and counted, with ids that are always the same.
  private func store() throws -> JSONEventStore {
    let store = try JSONEventStore(
      at: try TemporaryStore().path, options: JSONEventStore.Options(durability: .buffered))
    let events = (0..<Self.count).map { index in
      let time = UInt64(ShopFixture.now) - UInt64(Self.count - index) * 60_000
      let ulid = ULID(milliseconds: time, randomHigh: 0, randomLow: UInt64(index))
      return Event(id: EventID(ulid), type: "OrderPlaced", payload: Array("{}".utf8))
    }
    for start in stride(from: 0, to: Self.count, by: 1_000) {
      try store.append(Array(events[start..<start + 1_000]), to: ["order-1"], expecting: .any)
    }
    #expect(Deadline.waitFor { (try? store.ledgerView()) != nil && store.ledgerIsCurrent() })
    _ = try store.ledgerTotals(keptFrom: 1)
    return store
  }

  @Test("the whole store's counts, the newest rows, and that the rest is being read")
  func counted() throws {
    let (stop, first) = (StopFlag(), Monitor<CatalogChange?>(nil))
    stop.set()
    try StoreWatcher(try store()).run(stop: stop) { changes in
      first.withLock { $0 = $0 ?? changes.first }
    }
    let change = try #require(first.withLock { $0 })
    let grids = [(80, 24), (140, 40), (40, 10)].map { width, height in
      var browser = BrowserUnderTest(width: width, height: height)
      browser.send(.changes([change], atMilliseconds: ShopFixture.now))
      return browser.model.draw().grid
    }
    BrowserUnderTest.expect(grids, "counted", sourceLocation: #_sourceLocation)
  }
}
