/// The catalog of a store while it is made, from the ledger as far as that goes, then from the folders.
struct StoreLoading {
  let folder: StoreFolder
  /// What the ledger vouches for.
  private let ledger: StoreCatalog?
  var catalog: StoreCatalog
  private var uncheckedStreams: [StreamName] = []
  private var toldNanoseconds: UInt64 = 0

  private static let pauseNanoseconds: UInt64 = 100_000_000

  init(folder: StoreFolder, ledger: StoreCatalog?) {
    self.folder = folder
    self.ledger = ledger
    catalog = ledger ?? StoreCatalog()
  }

  /// Begins without the ledger, which still vouches for what it has in common with the folders.
  mutating func restart() { (catalog, uncheckedStreams) = (StoreCatalog(), []) }

  /// Tells what is known so far, if a while has gone by.
  mutating func tellNowAndThen(_ deliver: ([CatalogChange]) -> Void) {
    let now = SystemClock.monotonicNanoseconds()
    guard now - toldNanoseconds > StoreLoading.pauseNanoseconds else { return }
    toldNanoseconds = now
    deliver([.found(catalog)])
  }

  /// Lists the events and takes in new ones; false if one that is known is not there.
  mutating func takeNewEvents() throws(EventStoreError) -> Bool {
    if catalog.count == 0 {
      var ids = EventIDSorter()
      try folder.forEachEventID { ids.append($0) }
      catalog = StoreCatalog(sorted: ids.sorted())
      return true
    }
    let finder = RowFinder(catalog)
    var new: [EventID] = []
    var foundCount = 0
    try folder.forEachEventID { id in
      if finder.row(of: id) == nil { new.append(id) } else { foundCount += 1 }
    }
    guard foundCount == catalog.count else { return false }
    for id in new.sorted() { catalog.insert(id) }
    return true
  }

  /// Takes in the new links of streams; false if one that is known is not there.
  ///
  /// Several threads ask `list` for a stream each; `taken` gets what they were told, in any order.
  mutating func takeNewLinks(
    of names: [StreamName], _ list: @escaping @Sendable (Int) -> StreamLister.Answer,
    taken: (inout StoreLoading, StreamName, StreamLister.Listed) -> Void = { _, _, _ in }
  ) throws(EventStoreError) -> Bool {
    guard !names.isEmpty else { return true }
    var outcome = Result<Bool, EventStoreError>.success(true)
    let finder = RowFinder(catalog)
    Workers.forEachPart(count: names.count, partCount: 1) { index in
      list(index).map { ($0, finder.rows(of: $0.ids)) }
    } take: { range, lists in
      for (name, list) in zip(names[range], lists) {
        switch list {
        case .success(let (listed, rows)):
          if !take(listed.ids, rows, in: name) { outcome = outcome.map { _ in false } }
          taken(&self, name, listed)
        case .failure(let error): outcome = .failure(error)
        }
      }
    }
    uncheckedStreams += names
    return try outcome.get()
  }

  private mutating func take(_ linked: EventIDColumn, _ rows: [UInt32?], in name: StreamName)
    -> Bool
  {
    let known = catalog.stream(named: name)?.version ?? 0
    let foundCount =
      known == 0 ? 0 : (0..<linked.count).count { catalog.holds(linked[$0], in: name) }
    guard foundCount == known else { return false }
    catalog.list(linked, rows, in: name)
    return true
  }

  /// Takes in the types that are not known from the newest event back, so that the rows a person sees first
  /// come first: those that the ledger knows from there, the others from their files.
  mutating func readTypes(stop: StopFlag, deliver: ([CatalogChange]) -> Void) {
    let rows = catalog.order.reversed().filter { catalog.type(at: Int($0)) == nil }
    Workers.forEachPart(count: rows.count) {
      [folder, ledger, ids = catalog.ids] index -> Result<EventType, ReadProblem>? in
      guard !stop.isSet else { return nil }
      let id = ids[Int(rows[index])]
      if let type = ledger?.row(of: id).flatMap({ ledger?.type(at: $0) }) { return .success(type) }
      return Result { () throws(ReadProblem) in try folder.readType(id) }
    } take: { range, types in
      for (row, type) in zip(rows[range], types) { take(type, ofRow: Int(row)) }
      tellNowAndThen(deliver)
    }
  }

  private mutating func take(_ type: Result<EventType, ReadProblem>?, ofRow row: Int) {
    switch type {
    case .success(let type): catalog.setType(type, ofRow: row)
    case .failure(let problem): catalog.note(WatchSession.problem(catalog.id(at: row), problem))
    case nil: break
    }
  }

  /// Compares the text of each link that the ledger does not vouch for.
  mutating func checkLinks(stop: StopFlag) {
    let names = uncheckedStreams
    let problems = Workers.map(count: names.count, partCount: 1, making: {}) {
      [folder, catalog, ledger] _, index -> [StoreProblem] in
      let name = names[index]
      guard !stop.isSet, let directory = try? folder.directory(of: name) else { return [] }
      return catalog.links(in: name).filter { ledger?.holds($0, in: name) != true }.compactMap {
        id in
        (try? folder.linkProblem(of: id, in: name, directory)).map { text in
          StoreProblem(subject: "streams/\(name)", message: text, id: id, stream: name)
        }
      }
    }
    for problem in problems.joined() { catalog.note(problem) }
  }
}
