/// Finds what is in the folders and not in the ledger, and adopts it.
///
/// Another program wrote it, or a writer died between a name and its row. Files are read outside the
/// commit lock; a hold of it adopts at most ``chunkCount`` rows.
struct LedgerComparison {
  static let chunkCount = 1_000

  let folder: StoreFolder
  let ledger: LedgerFile
  let inner: InnerFolder
  /// What the ledger says, as far as it was read.
  private(set) var index = LedgerIndex()
  /// Files and folders that are not what they should be.
  private(set) var problems: [StoreProblem] = []
  /// How many rows were added.
  private(set) var adoptedCount = 0
  /// Whether the ledger has rows without a file or link, or twice: it must be rebuilt.
  var hasLostRows: Bool { lacksNames || index.doubledCount > 0 }
  private var lacksNames = false
  private var reader: LedgerReader

  init(_ folder: StoreFolder, _ ledger: LedgerFile, _ inner: InnerFolder) {
    self.folder = folder
    self.ledger = ledger
    self.inner = inner
    reader = LedgerReader(ledger, disk: folder.disk)
  }

  /// Reads the rows that are there and were not read yet.
  mutating func readRows() throws(EventStoreError) {
    do {
      var index = index
      self.index = LedgerIndex()
      try reader.forEachRow { row, position in index.take(row, at: position) }
      index.takeNames(ledger.nameTable)
      self.index = index
    } catch {
      throw .failed("read the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
  }

  /// Compares the folders that changed since the last comparison, all of them if `isFull`.
  mutating func run(isFull: Bool = false) throws(EventStoreError) {
    let old = isFull ? nil : folder.readStamps(of: ledger, inner)
    var stamps = old ?? FolderStamps(generation: ledger.generation)
    try compareEvents(&stamps)
    try compareStreams(&stamps)
    if stamps != old { folder.writeStamps(stamps, inner) }
  }

  private mutating func compareEvents(_ stamps: inout FolderStamps) throws(EventStoreError) {
    let stamp = folder.stamp(of: folder.events.number)
    guard stamp == FolderStamps.never || stamp != stamps.events else { return }
    var missing: [EventID] = []
    var foundCount = 0
    let index = index
    try folder.forEachEventID { id in
      if index.index(of: id) == nil { missing.append(id) } else { foundCount += 1 }
    }
    lacksNames = foundCount < index.ids.count
    missing.sort()
    let unread = try adoptEvents(missing)
    let isStill = folder.stamp(of: folder.events.number) == stamp
    stamps.events = isStill && unread == 0 ? stamp : FolderStamps.never
  }

  /// Adopts events; returns how many could not be read.
  private mutating func adoptEvents(_ missing: [EventID]) throws(EventStoreError) -> Int {
    var start = 0
    var unread = 0
    while start < missing.count {
      let end = min(start + LedgerComparison.chunkCount, missing.count)
      var heads: [EventHead] = []
      for (id, head) in zip(missing[start..<end], folder.heads(of: missing[start..<end])) {
        do throws(ReadProblem) { heads.append(try head.get()) } catch {
          unread += 1
          problems.append(WatchSession.problem(id, error))
        }
      }
      try adopt(heads: heads)
      start = end
    }
    return unread
  }

  private mutating func adopt(heads: [EventHead]) throws(EventStoreError) {
    try adopt { rows, index in
      for head in heads where index.index(of: head.id) == nil {
        rows.add(head.type) { head.row(type: $0) }
      }
    }
  }

  private mutating func adopt(
    links: ArraySlice<EventID>, in stream: StreamName
  ) throws(EventStoreError) {
    let ledger = ledger
    try adopt { rows, index in
      let known = index.ids(in: ledger.nameTable.number(of: .stream(stream)))
      for id in links where !known.contains(id) {
        rows.add(stream) { .link(id, stream: $0, flags: LedgerRow.adopted) }
      }
    }
  }

  /// Adds rows under the commit lock, when all that others have added is known.
  private mutating func adopt(
    _ add: (inout RowBatch, LedgerIndex) -> Void
  ) throws(EventStoreError) {
    adoptedCount += try folder.withCommitLock { current throws(EventStoreError) in
      guard current === ledger else { throw .replacedLedger }
      try readRows()
      var rows = RowBatch(ledger)
      add(&rows, index)
      return try rows.writeAll()
    }
    try readRows()
  }

  /// The links whose text is that of a link; the others are problems.
  private mutating func soundLinks(
    _ ids: [EventID], _ name: StreamName, _ directory: StreamDirectory
  ) throws(EventStoreError) -> [EventID] {
    var sound: [EventID] = []
    for id in ids {
      if let text = try folder.linkProblem(of: id, in: name, directory) {
        problems.append(
          StoreProblem(subject: "streams/\(name)", message: text, id: id, stream: name))
      } else {
        sound.append(id)
      }
    }
    return sound
  }

  /// Gives a stream its number, so that one without links is known too.
  private func enter(_ name: StreamName) -> UInt32? {
    folder.withCommitLock { current in
      current === ledger ? try? ledger.number(of: .stream(name)) : nil
    }
  }

  private mutating func compareStreams(_ stamps: inout FolderStamps) throws(EventStoreError) {
    let numbers = index.streamNumbers
    let stamp = folder.stamp(of: folder.streams.number)
    if stamp == FolderStamps.never || stamp != stamps.streams {
      let (names, found) = try folder.streamNames()
      problems += found
      for name in names where numbers[name] == nil { try compare(name, nil, &stamps) }
      stamps.streams = folder.stamp(of: folder.streams.number) == stamp ? stamp : FolderStamps.never
    }
    for (name, number) in numbers {
      guard let time = folder.stamp(of: name) else {
        if !(index.streamEvents[number] ?? []).isEmpty { lacksNames = true }
        continue
      }
      if stamps.ofStream[number] != time { try compare(name, number, &stamps) }
    }
  }

  private mutating func compare(
    _ name: StreamName, _ number: UInt32?, _ stamps: inout FolderStamps
  ) throws(EventStoreError) {
    guard let directory = try folder.directory(of: name) else { return }
    let stamp = folder.stamp(of: directory.descriptor.number)
    let known = index.ids(in: number)
    let there = try folder.placedIDs(in: name)
    if there.count(where: known.contains) < known.count { lacksNames = true }
    // A link to an event that is not there gets its row when the event does.
    let fresh = there.filter { !known.contains($0) && index.index(of: $0) != nil }
    var missing = try soundLinks(fresh, name, directory)[...]
    while !missing.isEmpty {
      try adopt(links: missing.prefix(LedgerComparison.chunkCount), in: name)
      missing = missing.dropFirst(LedgerComparison.chunkCount)
    }
    let entered = number == nil ? enter(name) : number
    guard let number = entered else { return }
    let isStill = folder.stamp(of: directory.descriptor.number) == stamp
    stamps.ofStream[number] = isStill ? stamp : FolderStamps.never
  }
}
