import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Counts of a ledger")
struct LedgerTotalsTests {
  private let folder: TemporaryStore
  private let store: JSONEventStore

  init() throws {
    folder = try TemporaryStore()
    store = try folder.open()
    try append(20)
  }

  private var kept: URL { URL(fileURLWithPath: folder.path + "/.livenstore/totals") }

  private func append(_ count: Int) throws {
    for number in 0..<count {
      let event = try Event(
        type: EventType("T\(number % 3)"), payload: [UInt8](repeating: 7, count: number))
      let other = try StreamName(validating: "b-\(number)")
      try store.append(event, to: number % 2 == 0 ? ["a-1", other] : ["a-1"])
    }
  }

  /// What a count tells, from what is kept; by a store that is opened anew.
  private func counted(keptFrom rowLimit: Int = 10) throws -> String {
    let totals = try #require(
      try JSONEventStore(opening: folder.path).ledgerTotals(keptFrom: rowLimit))
    return describe(totals)
  }

  private func describe(_ totals: LedgerTotals) -> String {
    let ids = "\(String(describing: totals.firstID)) \(String(describing: totals.lastID))"
    return "\(totals.eventCount) \(totals.linkCount) \(totals.eventBytes) \(ids) \(totals.types) "
      + "\(totals.streams.map { "\($0.name) \($0.version) \(String(describing: $0.lastID))" })"
  }

  private func read() throws -> String { describe(try store.countedTotals()) }

  @Test("what is kept and what came since make the same as the files")
  func keptAndNew() throws {
    #expect(try counted(keptFrom: 1_000) == read())
    #expect(!FileManager.default.fileExists(atPath: kept.path))
    #expect(try counted() == read())
    let first = try Data(contentsOf: kept)
    try append(3)
    #expect(try counted() == read())
    #expect(try Data(contentsOf: kept) == first)
    try append(30)
    #expect(try counted() == read())
    #expect(try Data(contentsOf: kept) != first)
    #expect(try counted() == read())
  }

  @Test("damaged, cut short, of another ledger: it counts for nothing")
  func damaged() throws {
    _ = try counted()
    let whole = try Data(contentsOf: kept)
    for index in stride(from: 0, to: whole.count, by: 7) {
      var bytes = whole
      bytes[index] ^= 0x10
      try bytes.write(to: kept)
      #expect(try counted(keptFrom: 1_000) == read(), "byte \(index)")
    }
    try whole.prefix(whole.count / 2).write(to: kept)
    #expect(try counted(keptFrom: 1_000) == read())
    // A ledger that is made anew has its rows in another order.
    try whole.write(to: kept)
    try Data("junk".utf8).write(to: URL(fileURLWithPath: folder.path + "/.livenstore/ledger"))
    _ = try folder.open().ledgerView()
    #expect(try counted(keptFrom: 1_000) == read())
  }

  @Test("a row that is void is never counted as done: it may be one that is being written")
  func void() throws {
    let ledger = URL(fileURLWithPath: folder.path + "/.livenstore/ledger")
    try (Data(contentsOf: ledger) + Data(count: 64)).write(to: ledger)
    _ = try JSONEventStore(opening: folder.path).ledgerTotals(keptFrom: 10)
    #expect(!FileManager.default.fileExists(atPath: kept.path))
  }
}
