import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The ledger")
struct LedgerTests {
  private let folder: TemporaryStore
  private let store: JSONEventStore
  private let ids: [EventID]

  init() throws {
    folder = try TemporaryStore()
    store = try folder.open()
    var ids: [EventID] = []
    for number in 0..<20 {
      let event = try Event(type: number % 2 == 0 ? "Made" : "Moved", payload: [UInt8(number)])
      try store.append(event, to: number % 3 == 0 ? ["a-1", "b-1"] : ["a-1"])
      ids.append(event.id)
    }
    self.ids = ids
  }

  private var ledger: String { folder.path + "/.livenstore/ledger" }

  private func positions(_ view: LedgerView) -> [Int] { view.index.positions.map(Int.init) }

  @Test("keeps arrival order; positions never change")
  func order() throws {
    let first = try #require(try store.ledgerView())
    #expect(first.index.ids == ids)
    let early = try EventID(validating: "01AAAAAAAAAAAAAAAAAAAAAAAA")
    try store.append(Event(id: early, type: "Early", payload: []))
    let second = try #require(try folder.open().ledgerView())
    #expect(second.index.ids == ids + [early])
    #expect(Array(positions(second).prefix(20)) == positions(first))
    #expect(second.index.linkCount == 27)
  }

  @Test("deleted and opened again, events, streams and counts are the same")
  func deleted() throws {
    let before = (
      try store.eventIDs(), try store.streams(), try store.ledgerTotals()?.types.map(\.count)
    )
    try FileManager.default.removeItem(atPath: folder.path + "/.livenstore")
    let again = try folder.open()
    let view = try #require(try again.ledgerView(makesLedger: true))
    #expect(view.notice == "The ledger was made from the files: 20 events.")
    #expect(view.index.ids == ids)
    #expect(try again.eventIDs() == before.0)
    #expect(try again.streams() == before.1)
    #expect(try again.ledgerTotals()?.types.map(\.count) == before.2)
  }

  @Test(
    "damaged, it is rebuilt by itself and says so in one line",
    arguments: ["header", "names", "empty", "other generation"])
  func damaged(_ damage: String) throws {
    let (rows, names) = (ledger, folder.path + "/.livenstore/names")
    switch damage {
    case "header": try overwrite(rows, at: 3, with: [0xFF])
    case "names": try overwrite(names, at: 20, with: [0xFF])
    case "empty": try Data().write(to: URL(fileURLWithPath: rows))
    default: try FileManager.default.copyItem(atPath: try otherLedger(), toPath: try gone(rows))
    }
    let view = try #require(try folder.open().ledgerView())
    let notice = try #require(view.notice)
    #expect(notice.hasPrefix("The ledger was rebuilt from the files, 20 events: "))
    #expect(view.index.ids == ids)
    #expect(try folder.open().ledgerView()?.notice == nil)
  }

  @Test("a void row keeps its position, and its event is adopted at the end")
  func voidRow() throws {
    try overwrite(ledger, at: 64 + 20, with: [0xFF, 0xFF])
    let view = try #require(try folder.open().ledgerView())
    #expect(view.index.ids == Array(ids.dropFirst()) + [ids[0]])
    #expect(view.notice == nil)
    #expect(view.index.linkCount == 27)
  }

  @Test("a torn end is filled up, and the next row stands where it must")
  func tornEnd() throws {
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: ledger))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data([1, 2, 3]))
    try handle.close()
    let event = try Event(type: "Made", payload: [])
    try folder.open().append(event)
    #expect(try folder.open().ledgerView()?.index.ids == ids + [event.id])
  }

  @Test("what another program writes is adopted; a file that vanished makes it rebuilt")
  func foreign() throws {
    let id = "01HX7Y8K9M2N3P4Q5R6S7T8V9W"
    try folder.write(#"{"id":"\#(id)","type":"Foreign","payload":"aGk="}"#, to: "events/\(id).json")
    try folder.link("streams/theirs/\(id).json", to: "../../events/\(id).json")
    let view = try #require(try store.ledgerView())
    #expect(view.index.ids.last == EventID(id))
    #expect(try store.lastEvents(1)?.first?.streams == ["theirs"])
    try FileManager.default.removeItem(atPath: folder.path + "/events/\(ids[3]).json")
    try FileManager.default.removeItem(atPath: folder.path + "/streams/a-1/\(ids[3]).json")
    let rebuilt = try #require(try store.ledgerView())
    #expect(rebuilt.notice?.contains("rows without files") == true)
    #expect(
      Set(rebuilt.index.ids) == Set(ids.filter { $0 != ids[3] } + [EventID(id)].compactMap { $0 }))
  }

  @Test("is current until a folder changes")
  func current() throws {
    #expect(Deadline.waitFor { (try? store.ledgerView()) != nil && store.ledgerIsCurrent() })
    try folder.write("x", to: "events/.note")
    #expect(!store.ledgerIsCurrent())
  }

  @Test("eight threads append at once: every row is there once, in one order for all")
  func threads() throws {
    let left = Monitor(8)
    for _ in 0..<8 {
      BackgroundThread.start(name: "writer") { [folder] in
        let store = try? JSONEventStore(at: folder.path, options: .init(durability: .buffered))
        for _ in 0..<100 {
          if let event = try? Event(type: "Made", payload: []) {
            _ = try? store?.append(event, to: ["c-1"], expecting: .any)
            _ = try? store?.append(event)
          }
        }
        left.withLock { $0 -= 1 }
      }
    }
    _ = left.wait { $0 == 0 ? true : nil }
    let view = try #require(try store.ledgerView())
    #expect(view.index.ids.sorted() == (try store.eventIDs()))
    #expect(view.notice == nil)
  }

  private func overwrite(_ path: String, at offset: UInt64, with bytes: [UInt8]) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  private func otherLedger() throws -> String {
    let other = try TemporaryStore()
    _ = try other.open()
    return other.path + "/.livenstore/ledger"
  }

  private func gone(_ path: String) throws -> String {
    try FileManager.default.removeItem(atPath: path)
    return path
  }
}
