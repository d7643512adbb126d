/// The catalog of a store while it is made, from the ledger as far as that goes, then from the folders.
struct StoreLoading {
  let folder: StoreFolder
  /// What the ledger vouches for.
  private let ledger: StoreCatalog?
  var catalog: StoreCatalog
  private var uncheckedStreams: [StreamName] = []
  private var toldNanoseconds: UInt64 = 0

  /// How many types are read before they are told.
  private static let batchCount = 4_096
  private static let pauseNanoseconds: UInt64 = 50_000_000

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
    var new: [EventID] = []
    var foundCount = 0
    do {
      try folder.disk.forEachName(in: folder.events.number) { name, _ in
        guard let id = EventID(fileName: name) else { return }
        if catalog.row(of: id) == nil { new.append(id) } else { foundCount += 1 }
      }
    } catch {
      throw .failed("list the events", "\(folder.path)/\(StoreLayout.events)", error)
    }
    guard foundCount == catalog.count else { return false }
    new.sort()
    if catalog.count == 0 {
      catalog = StoreCatalog(sorted: new)
    } else {
      for id in new { catalog.insert(id) }
    }
    return true
  }

  /// Lists streams and takes in new links; false if one that is known is not there.
  mutating func takeNewLinks(of names: some Collection<StreamName>) throws(EventStoreError) -> Bool
  {
    for (name, found) in zip(names, list(Array(names))) {
      let found = try found.get()
      guard take(StreamListing(name: name, ids: found.ids), found.rows) else { return false }
      uncheckedStreams.append(name)
    }
    return true
  }

  /// The ids in some streams and their rows; on several threads.
  private func list(_ names: [StreamName]) -> [Result<Listed, EventStoreError>] {
    Workers.map(count: names.count, partCount: 1, making: {}) { [folder, catalog] _, index in
      Result { () throws(EventStoreError) in
        let ids = try folder.ids(in: names[index])
        return Listed(ids: ids, rows: catalog.rows(ofSorted: ids))
      }
    }
  }

  private struct Listed {
    let ids: [EventID]
    let rows: [UInt32?]
  }

  private mutating func take(_ listing: StreamListing, _ rows: [UInt32?]) -> Bool {
    let known = catalog.stream(named: listing.name)?.version ?? 0
    let foundCount = known == 0 ? 0 : listing.ids.count { catalog.holds($0, in: listing.name) }
    guard foundCount == known else { return false }
    catalog.list(listing, rows: rows)
    return true
  }

  /// Takes in the types that are not known from the newest event back, so that the rows a person sees first
  /// come first: those that the ledger knows from there, the others from their files.
  mutating func readTypes(stop: StopFlag, deliver: ([CatalogChange]) -> Void) {
    var rows = catalog.order.filter { catalog.type(at: Int($0)) == nil }[...]
    while !rows.isEmpty, !stop.isSet {
      readTypes(of: rows.suffix(StoreLoading.batchCount).reversed())
      rows.removeLast(min(StoreLoading.batchCount, rows.count))
      tellNowAndThen(deliver)
    }
  }

  private mutating func readTypes(of rows: [UInt32]) {
    var unknown: [(row: Int, id: EventID)] = []
    for row in rows {
      let id = catalog.id(at: Int(row))
      if let type = ledger?.row(of: id).flatMap({ ledger?.type(at: $0) }) {
        catalog.setType(type, ofRow: Int(row))
      } else {
        unknown.append((Int(row), id))
      }
    }
    let read = Workers.map(count: unknown.count) { [folder, unknown] index in
      Result { () throws(ReadProblem) in try folder.readType(unknown[index].id) }
    }
    for (event, type) in zip(unknown, read) {
      switch type {
      case .success(let type): catalog.setType(type, ofRow: event.row)
      case .failure(let problem): catalog.note(WatchSession.problem(event.id, problem))
      }
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
