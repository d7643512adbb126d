/// One run of a ``StoreWatcher``: what it knows, and where it looks.
struct WatchSession {
  let folder: StoreFolder
  let notifier: ChangeNotifier?
  var mode: WatchMode
  var events = KnownIDs()
  var links: [StreamName: KnownIDs] = [:]
  var streamOfWatch: [Int32: StreamName] = [:]
  var eventsWatch: Int32 = -1
  var streamsWatch: Int32 = -1
  /// Events whose files are not complete yet, with the time at which they were seen first.
  var unfinished: [EventID: UInt64] = [:]
  var times = FolderTimes()
  var isGone = false

  /// How many types are read before they are told.
  static let batchCount = 4_096
  /// How long another writer may take to finish a file before it is told as a problem.
  static let patienceNanoseconds: UInt64 = 1_000_000_000

  init(folder: StoreFolder, usesNotifications: Bool) {
    self.folder = folder
    notifier = usesNotifications ? try? ChangeNotifier() : nil
    mode = notifier == nil ? .polling("no notifications here") : .notification
    guard let notifier else { return }
    do {
      eventsWatch = try notifier.watch(nil, in: folder.events.number)
      streamsWatch = try notifier.watch(nil, in: folder.streams.number)
    } catch {
      mode = .polling("inotify limit reached")
    }
  }

  /// Lists the events; watching has begun before, so that none falls between.
  mutating func listEvents() throws(EventStoreError) -> [EventID] {
    times.note(folder.events.number, as: nil)
    let ids = try folder.eventIDs()
    events = KnownIDs(listed: ids)
    return ids
  }

  mutating func listStreams(deliver: ([CatalogChange]) -> Void) throws(EventStoreError) {
    let (names, problems) = try folder.streamNames()
    var batch: [StreamListing] = []
    var batchLinks = 0
    for name in names {
      let ids = try watchAndList(name)
      links[name] = KnownIDs(listed: ids)
      batch.append(StreamListing(name: name, ids: ids))
      batchLinks += ids.count + 16
      if batchLinks > WatchSession.batchCount * 4 {
        deliver([.streamsListed(batch)])
        batch = []
        batchLinks = 0
      }
    }
    deliver([.streamsListed(batch)] + problems.map { .problem($0) })
  }

  /// Begins to watch a stream, then lists it.
  mutating func watchAndList(_ name: StreamName) throws(EventStoreError) -> [EventID] {
    if mode == .notification, let notifier {
      do {
        streamOfWatch[try notifier.watch(name.description, in: folder.streams.number)] = name
      } catch .notFound {
        return []
      } catch {
        mode = .polling("inotify limit reached")
      }
    }
    guard let directory = try folder.directory(of: name) else { return [] }
    times.note(directory.descriptor.number, as: name)
    return try folder.ids(in: name, directory)
  }

  /// Tells the types from the newest event back, so that the rows a person sees first come first: those
  /// that the ledger knows from there, the others from their files.
  func readTypes(stop: StopFlag, deliver: ([CatalogChange]) -> Void) {
    let ledger = ledgerIndex()
    var rest = events.listed[...]
    while !rest.isEmpty, !stop.isSet {
      let ids = Array(rest.suffix(WatchSession.batchCount).reversed())
      rest.removeLast(ids.count)
      deliver(types(of: ids, ledger))
    }
  }

  private func types(of ids: [EventID], _ ledger: LedgerIndex?) -> [CatalogChange] {
    var types = ids.map { ledger?.type(of: $0) }
    let unknown = types.indices.filter { types[$0] == nil }
    var problems: [CatalogChange] = []
    let read = Workers.map(count: unknown.count) { [folder] index in
      Result { () throws(ReadProblem) in try folder.readType(ids[unknown[index]]) }
    }
    for (index, type) in zip(unknown, read) {
      switch type {
      case .success(let type): types[index] = type
      case .failure(let problem):
        problems.append(.problem(WatchSession.problem(ids[index], problem)))
      }
    }
    let typed = zip(ids, types).compactMap { id, type in type.map { TypedID(id: id, type: $0) } }
    return [.typesRead(typed)] + problems
  }

  private func ledgerIndex() -> LedgerIndex? {
    guard let file = folder.currentLedger(), let inner = folder.innerFolder() else { return nil }
    var comparison = LedgerComparison(folder, file, inner)
    return (try? comparison.readRows()).map { comparison.index }
  }

  /// Compares the text of each link that the ledger does not vouch for.
  func checkLinks(stop: StopFlag, deliver: ([CatalogChange]) -> Void) {
    let ledger = ledgerIndex()
    let numbers = ledger?.streamNumbers ?? [:]
    for (name, known) in links {
      guard !stop.isSet, let directory = try? folder.directory(of: name) else { return }
      let sound = ledger?.ids(in: numbers[name]) ?? []
      let problems = known.listed.filter { !sound.contains($0) }.compactMap { id in
        (try? folder.linkProblem(of: id, in: name, directory)).flatMap { $0 }.map { text in
          CatalogChange.problem(
            StoreProblem(subject: "streams/\(name)", message: text, id: id, stream: name))
        }
      }
      if !problems.isEmpty { deliver(problems) }
    }
  }

  static func problem(_ id: EventID, _ problem: ReadProblem) -> StoreProblem {
    StoreProblem(subject: "events/\(id).json", message: problem.sentence, id: id)
  }
}
