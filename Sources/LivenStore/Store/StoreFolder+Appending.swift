import Synchronization

extension StoreFolder {
  /// Stores one event; false if the same event was there.
  ///
  /// The file gets its name when it is complete, so no reader meets a part of it.
  func store(_ event: Event) throws(EventStoreError) -> Bool {
    try check(event)
    do {
      try EventEnvelope.withBytes(of: event) { bytes throws(Errno) in
        try writeFile(event.id, bytes)
      }
      return true
    } catch .exists {
      guard try isStored(event) else { throw .duplicate(event.id) }
      return false
    } catch {
      throw .failed("store the event", "events/\(event.id).json", error)
    }
  }

  private func check(_ event: Event) throws(EventStoreError) {
    let length = event.type.name.utf8.count
    guard length > 0, length <= EventType.maximumLengthBytes else { throw .invalidType(event.type) }
    // Base 64 makes four bytes of three, and the file must be readable under the same limit.
    let size = Base64.encodedCount(event.payload.count) + length * 6 + 128
    guard size <= options.maximumEventBytes else {
      throw .tooLarge("Event '\(event.id)'", bytes: size, limit: options.maximumEventBytes)
    }
  }

  private func isStored(_ event: Event) throws(EventStoreError) -> Bool {
    do {
      return try read(event.id) == event
    } catch let error where error.code == .corruptEvent {
      throw .duplicate(event.id)
    }
  }

  private func writeFile(_ id: EventID, _ bytes: RawSpan) throws(Errno) {
    if makesUnnamedFiles.load(ordering: .relaxed) {
      do {
        return try writeUnnamed(id, bytes)
      } catch  where error == .notSupported || error == .isAFolder {
        makesUnnamedFiles.store(false, ordering: .relaxed)
      }
    }
    try writeAside(id, bytes)
  }

  private func writeUnnamed(_ id: EventID, _ bytes: RawSpan) throws(Errno) {
    let file = try SystemCalls.openUnnamedFile(in: events.number, mode: options.fileMode)
    try SystemCalls.write(file.number, bytes)
    try id.withFileName { name throws(Errno) in
      try SystemCalls.name(file.number, name, in: events.number)
    }
  }

  /// For file systems without `O_TMPFILE`: a name that no reader takes for an event's, then link(2),
  /// which unlike rename(2) fails if the id exists.
  private func writeAside(_ id: EventID, _ bytes: RawSpan) throws(Errno) {
    let (high, low) = SystemEntropy.randomBits()
    let aside = ".\(id).\(high)\(low).tmp"
    try aside.withFileName { aside throws(Errno) in
      let file = try SystemCalls.createFile(aside, in: events.number, mode: options.fileMode)
      defer { try? SystemCalls.unlink(aside, in: events.number) }
      try SystemCalls.write(file.number, bytes)
      try id.withFileName { name throws(Errno) in
        try SystemCalls.hardLink(aside, as: name, in: events.number)
      }
    }
  }

  /// Stores events and links them into each stream; the expectation concerns the first stream.
  func append(
    _ events: [Event], to streams: [StreamName], expecting expected: ExpectedVersion
  ) throws(EventStoreError) -> AppendResult {
    try AppendRules.checkOrder(events, in: streams.first)
    guard let first = streams.first else { return AppendResult(isNew: try storeAll(events)) }
    let directory = try makeDirectory(of: first)
    return try directory.withLock { () throws(EventStoreError) in
      let present = try ids(in: first, directory)
      try AppendRules.check(events, for: first, holding: present, expecting: expected)
      let isNew = try storeAll(events)
      try linkAll(events, to: streams)
      let added = events.count { !present.holdsSorted($0.id) }
      return AppendResult(isNew: isNew, version: present.count + added)
    }
  }

  private func storeAll(_ events: [Event]) throws(EventStoreError) -> Bool {
    var isNew = false
    for event in events where try store(event) { isNew = true }
    return isNew
  }

  private func linkAll(_ events: [Event], to streams: [StreamName]) throws(EventStoreError) {
    for stream in streams {
      for event in events { _ = try link(event.id, to: stream) }
    }
  }
}
