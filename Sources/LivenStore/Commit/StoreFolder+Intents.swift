extension StoreFolder {
  /// The appends that are committed and perhaps not placed yet: under way, or left by a dead process.
  func openIntents() -> [Intent] {
    guard let inner = innerFolder() else { return [] }
    return intentNames(inner).compactMap { name in intent(name, in: inner)?.intent }
  }

  func intentNames(_ inner: InnerFolder) -> [String] {
    let names = (try? disk.names(in: inner.intents.number)) ?? []
    return names.filter { $0.first != UInt8(ascii: ".") }
      .map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private struct OpenIntent: ~Copyable {
    let file: FileDescriptor
    let intent: Intent
  }

  private func intent(_ name: String, in inner: InnerFolder) -> OpenIntent? {
    guard
      let file = try? name.withFileName({ name throws(Errno) in
        try disk.openFile(name, in: inner.intents.number)
      }), let status = try? disk.status(of: file.number), status.isFile,
      let bytes = try? disk.readBytes(file.number, at: 0, maximumBytes: status.sizeBytes),
      let intent = Intent(bytes)
    else { return nil }
    return OpenIntent(file: file, intent: intent)
  }

  /// What has become of an intent.
  enum IntentState { case underWay, orphan, unreadable }

  /// `nil` if it is gone by now.
  ///
  /// One whose streams can never be made is as good as unreadable.
  func intentState(_ name: String, _ inner: InnerFolder) -> IntentState? {
    let isThere: Void? = try? name.withFileName { name throws(Errno) in
      try disk.exists(name, in: inner.intents.number)
    }
    guard isThere != nil else { return nil }
    guard let open = intent(name, in: inner),
      open.intent.streams.allSatisfy({ $0.problemForWriting == nil || hasDirectory(of: $0) })
    else { return .unreadable }
    guard disk.tryLock(open.file.number) else { return .underWay }
    disk.unlock(open.file.number)
    return .orphan
  }

  private func hasDirectory(of stream: StreamName) -> Bool {
    ((try? directory(of: stream)) ?? nil) != nil
  }

  /// Completes what dead processes have committed and not placed.
  ///
  /// The owner of an intent holds its lock; the kernel releases it when the owner dies.
  func completeOrphans() throws(EventStoreError) {
    guard let inner = innerFolder() else { return }
    for name in intentNames(inner) {
      guard let orphan = intent(name, in: inner), disk.tryLock(orphan.file.number) else { continue }
      do {
        try complete(orphan.intent)
      } catch {
        // Something foreign stands in its way: it waits, and holds up nobody; readers count it in.
        guard error.code == .corruptEvent || error.code == .invalidName else { throw error }
        continue
      }
      removeIntent(name, inner)
    }
  }

  private func complete(_ intent: Intent) throws(EventStoreError) {
    var streams: [StreamDirectory] = []
    for stream in intent.streams { streams.append(try makeDirectory(of: stream)) }
    var placement = Placement(folder: self)
    try withLocks(of: streams[...]) { () throws(EventStoreError) in
      for unit in intent.units { placement.add(unit) }
      try placement.place()
    }
    try syncNames(in: streams)
  }

  /// Writes an intent that has no name yet, and locks it.
  func writeIntent(_ intent: Intent, of id: EventID) throws(EventStoreError) -> OwnIntent {
    let inner = try makeInnerFolder()
    do {
      let nameless = try openNameless(id, in: inner.intents.number)
      _ = disk.tryLock(nameless.file.number)
      try disk.write(nameless.file.number, bytes: intent.bytes)
      return OwnIntent(
        nameless, name: "\(id)-\(SystemEntropy.randomBits().1)", inner: inner)
    } catch {
      throw .failed("store the events", "\(StoreLayout.inner)/\(StoreLayout.intents)", error)
    }
  }

  /// Commits: from here on the intent is completed, by us or by whoever comes next.
  func name(_ intent: OwnIntent) throws(EventStoreError) {
    do {
      try intent.name.withFileName { name throws(Errno) in
        try nameFile(intent.nameless, name, in: intent.inner.intents.number)
      }
    } catch {
      throw .failed("store the events", "\(StoreLayout.inner)/\(StoreLayout.intents)", error)
    }
  }

  func removeIntent(_ name: String, _ inner: InnerFolder) {
    try? name.withFileName { name throws(Errno) in
      try disk.unlink(name, in: inner.intents.number)
    }
  }

  /// Runs `body` while nobody else appends to these streams; they come in byte order.
  func withLocks<Result>(
    of streams: ArraySlice<StreamDirectory>, _ body: () throws(EventStoreError) -> Result
  ) throws(EventStoreError) -> Result {
    guard let first = streams.first else { return try body() }
    return try first.withLock(disk) { () throws(EventStoreError) in
      try withLocks(of: streams.dropFirst(), body)
    }
  }
}
