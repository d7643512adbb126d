import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("What a watcher tells of what is there")
struct WatcherStartTests {
  private let folder: TemporaryStore
  private let store: JSONEventStore
  private var random: RepeatableRandom

  init() throws {
    folder = try TemporaryStore()
    store = try JSONEventStore(
      at: folder.path, options: JSONEventStore.Options(durability: .buffered))
    random = RepeatableRandom(seed: 5)
    try fill()
  }

  /// Events in the order of time and out of it, of foreign ids too, with links that come at once and later.
  private mutating func fill() throws {
    var ids: [EventID] = []
    for number in 0..<400 {
      let time = UInt64.random(in: 1_600_000_000_000..<1_700_000_000_000, using: &random)
      let ulid = ULID(milliseconds: time, randomHigh: 1, randomLow: UInt64(number))
      let foreign = try EventID(validating: "foreign_\(number)")
      let (type, payload) = (EventType("T\(number % 5)"), Array("\(number)".utf8))
      let event =
        switch number % 7 {
        case 0: Event(id: EventID(ulid), type: type, payload: payload)
        case 1: Event(id: foreign, type: type, payload: payload)
        default: try Event(type: type, payload: payload)
        }
      let names = Array(Self.names.shuffled(using: &random).prefix(number % 3))
      // What sorts before the end of a stream is linked, not appended.
      try store.append(event, to: number % 7 > 1 ? names : [])
      for name in names where number % 7 <= 1 {
        _ = try store.link(event.id, to: StreamName(validating: "odd-\(name)"))
      }
      ids.append(event.id)
      if number % 9 == 0 {
        _ = try store.link(ids.randomElement(using: &random) ?? event.id, to: "late-1")
      }
    }
  }

  private static let names: [StreamName] = ["order-1", "order-2", "user-7", "all"]

  /// What is told until all is known.
  private func told() throws -> [CatalogChange] {
    let (stop, changes) = (StopFlag(), Monitor<[CatalogChange]>([]))
    stop.set()
    try StoreWatcher(try JSONEventStore(opening: folder.path)).run(stop: stop) { new in
      changes.withLock { $0 += new }
    }
    return changes.withLock { $0 }
  }

  private func catalog(_ changes: [CatalogChange]) -> StoreCatalog {
    changes.reduce(into: StoreCatalog()) { $0.apply($1) }
  }

  private func describe(_ catalog: StoreCatalog) -> [String] {
    let events = catalog.order.map { row in
      let type = catalog.type(at: Int(row))?.name ?? "none"
      return "\(catalog.id(at: Int(row))) \(type) \(catalog.streams(of: Int(row)))"
    }
    let streams = catalog.streams.map { entry in
      "\(entry.name) \(entry.version) \(entry.rows.map { catalog.id(at: Int($0)) })"
    }
    return events + streams + catalog.categories.map { "\($0)" }
      + catalog.typeSummaries.map { "\($0)" }
      + catalog.problems.map { "\($0)" }.sorted()
  }

  /// The same store without its ledger.
  private func listed() throws -> [String] {
    let copy = try TemporaryStore()
    try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
    try FileManager.default.removeItem(atPath: copy.path + "/.livenstore")
    let changes = Monitor<[CatalogChange]>([])
    let stop = StopFlag()
    stop.set()
    try StoreWatcher(try JSONEventStore(opening: copy.path)).run(stop: stop) { new in
      changes.withLock { $0 += new }
    }
    return describe(catalog(changes.withLock { $0 }))
  }

  /// A folder's time counts when it is a while ago.
  private func compare() {
    #expect(Deadline.waitFor { (try? store.ledgerView()) != nil && store.ledgerIsCurrent() })
  }

  @Test("the ledger tells the same as the folders, compared with them before or not")
  func sameAsFolders() throws {
    let listed = try listed()
    #expect(listed.count > 400)
    #expect(describe(catalog(try told())) == listed)
    compare()
    #expect(describe(catalog(try told())) == listed)
  }

  @Test("what is counted, and the newest events, are told first, as they are in the end")
  func counted() throws {
    for start in stride(from: 0, to: 2_500, by: 500) {
      let events = try (start..<start + 500).map { try Event(type: "Late", payload: "\($0)") }
      try store.append(events, to: ["many-1", "many-2"], expecting: .any)
    }
    compare()
    _ = try store.ledgerTotals(keptFrom: 1)
    let changes = try told()
    guard case .found(let first)? = changes.first else {
      Issue.record("\(String(describing: changes.first))")
      return
    }
    let all = catalog(changes)
    #expect(first.isCounted && first.count < 2_000 && first.eventCount == 2_900)
    #expect(first.streams.map(\.version) == all.streams.map(\.version))
    #expect(first.categories == all.categories && first.typeSummaries == all.typeSummaries)
    let newest = first.id(at: first.count - 1)
    #expect(first.version(of: first.count - 1, in: "many-1") == 2_500)
    #expect(all.row(of: newest).flatMap { all.version(of: $0, in: "many-1") } == 2_500)
  }

  @Test(
    "a start that finds nothing but what the ledger knows keeps the comparison for the next one")
  func keepsComparison() throws {
    #expect(
      Deadline.waitFor {
        _ = try? told()
        return store.ledgerIsCurrent()
      })
    try store.append(try Event(type: "Own", payload: "1"), to: ["order-1", "new-1"])
    #expect(!store.ledgerIsCurrent())
    #expect(
      Deadline.waitFor {
        _ = try? told()
        return store.ledgerIsCurrent()
      })
    let id = try EventID(validating: "other_1")
    try folder.write(#"{"id":"other_1","type":"Other","payload":""}"#, to: "events/\(id).json")
    // A folder's time counts when it is a while ago.
    let written = SystemClock.unixMilliseconds()
    #expect(Deadline.waitFor { SystemClock.unixMilliseconds() > written + 40 })
    #expect(catalog(try told()).eventCount == 402)
    #expect(!store.ledgerIsCurrent())
  }

  @Test("what another program wrote since the last comparison is told with the rest")
  func foreignWriter() throws {
    compare()
    for number in 0..<20 {
      let event = Event(id: try EventID(validating: "other_\(number)"), type: "Other", payload: [])
      try folder.write(
        String(decoding: event.fileBytes, as: UTF8.self), to: "events/\(event.id).json")
      try folder.link("streams/other-1/\(event.id).json", to: "../../events/\(event.id).json")
    }
    try folder.write("{", to: "events/torn.json")
    try folder.link("streams/all/missing.json", to: "../../events/missing.json")
    try folder.link("streams/all/foreign_1.json", to: "elsewhere")
    let all = catalog(try told())
    #expect(describe(all) == (try listed()))
    #expect(all.eventCount == 421 && all.stream(named: "other-1")?.version == 20)
    #expect(all.problems.count >= 2)
  }

  @Test("an event that was taken away makes the watcher begin anew", arguments: [true, false])
  func lostEvent(isEvent: Bool) throws {
    compare()
    let id = try #require(try store.eventIDs(in: "all").first)
    if isEvent { try FileManager.default.removeItem(atPath: folder.path + "/events/\(id).json") }
    try FileManager.default.removeItem(atPath: folder.path + "/streams/all/\(id).json")
    let changes = try told()
    let restarts = changes.count { if case .restarted = $0 { true } else { false } }
    #expect(restarts == 1)
    #expect(describe(catalog(changes)) == (try listed()))
  }

  @Test("a type in any letters is read with its payload and alone, without what is no UTF-8")
  func types() throws {
    var types = ["größe", "quo\\\"te", "e\u{301}", "日本"]
    for (number, type) in types.enumerated() {
      let id = try EventID(validating: "typed_\(number)")
      try folder.write(
        #"{"id":"\#(id)","type":"\#(type)","payload":"AQ=="}"#, to: "events/\(id).json")
      #expect(try store.read(id).type.name == type.replacing("\\", with: ""))
    }
    for (number, bytes) in ([[0xC3], [0xF0, 0x9F, 0x98], [0xC0, 0x80]] as [[UInt8]]).enumerated() {
      let id = try EventID(validating: "untyped_\(number)")
      let head = Array(#"{"id":"\#(id)","type":""#.utf8)
      try folder.write(
        Data(head + bytes + Array(#"","payload":"AQ=="}"#.utf8)), to: "events/\(id).json")
      #expect(try store.read(id).type.name.allSatisfy { $0 == "\u{FFFD}" })
      types.append(try store.read(id).type.name)
    }
    let found = catalog(try told()).typeSummaries.map(\.type.name).filter { !$0.hasPrefix("T") }
    #expect(Set(found) == Set(types.map { $0.replacing("\\", with: "") }))
  }
}
