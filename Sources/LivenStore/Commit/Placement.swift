/// Gives committed events and links their names, some at a time, each time with their rows.
struct Placement {
  /// How many files wait for their names at most: a process may have 256 open in all.
  static let chunkCount = 100

  private struct Item {
    let event: Event
    let streams: [StreamName]
    var file: PreparedFile?
  }

  let folder: StoreFolder
  private var items: [Item] = []
  /// Ids that were taken by another event in the meantime.
  private(set) var duplicates: Set<EventID> = []

  init(folder: StoreFolder) { self.folder = folder }

  /// Adds what an intent holds.
  mutating func add(_ unit: Intent.Unit) {
    for event in unit.events { items.append(Item(event: event, streams: unit.streams)) }
  }

  /// Adds an event whose file may be prepared already.
  mutating func add(_ event: Event, _ streams: [StreamName], file: PreparedFile?) {
    items.append(Item(event: event, streams: streams, file: file))
  }

  /// Places everything.
  mutating func place() throws(EventStoreError) {
    var start = 0
    while start < items.count {
      let end = min(start + Placement.chunkCount, items.count)
      try prepare(start..<end)
      try placeChunk(start..<end)
      for index in start..<end { items[index].file = nil }
      start = end
    }
  }

  private mutating func prepare(_ range: Range<Int>) throws(EventStoreError) {
    var fresh: [PreparedFile] = []
    for index in range where items[index].file == nil {
      let event = items[index].event
      guard !folder.isNamed(event.id) else { continue }
      do {
        let file = try folder.prepare(event)
        items[index].file = file
        fresh.append(file)
      } catch {
        throw .failed("store the event", "events/\(event.id).json", error)
      }
    }
    try folder.syncFiles(fresh.map(\.descriptor), of: StoreLayout.events)
  }

  private mutating func placeChunk(_ range: Range<Int>) throws(EventStoreError) {
    var duplicates: Set<EventID> = []
    try folder.withCommitLock { ledger throws(EventStoreError) in
      var rows = RowBatch(ledger)
      defer { rows.write() }
      for item in items[range] {
        if let file = item.file, try !folder.nameNew(file, &rows) {
          duplicates.insert(item.event.id)
        }
        for stream in item.streams { try folder.linkNew(item.event.id, to: stream, &rows) }
      }
    }
    self.duplicates.formUnion(duplicates)
  }
}

extension StoreFolder {
  /// Whether there is an event's file of this name.
  func isNamed(_ id: EventID) -> Bool {
    (try? id.withFileName { name throws(Errno) in try disk.exists(name, in: events.number) }) != nil
  }

  /// Names a file under the commit lock; false if the id is taken.
  func nameNew(_ file: PreparedFile, _ rows: inout RowBatch) throws(EventStoreError) -> Bool {
    // A type that is new gets its number before its first row is there.
    rows.enter(.type(file.type))
    do {
      try name(file)
    } catch .exists {
      return false
    } catch {
      throw .failed("store the event", "events/\(file.id).json", error)
    }
    rows.add(file.type) { file.row(type: $0) }
    return true
  }

  /// Links under the commit lock; false if the link was there.
  @discardableResult
  func linkNew(
    _ id: EventID, to stream: StreamName, _ rows: inout RowBatch
  ) throws(EventStoreError) -> Bool {
    rows.enter(.stream(stream))
    guard try makeLink(id, to: stream, retriesLeft: 1) else { return false }
    rows.add(stream) { .link(id, stream: $0) }
    return true
  }
}
