extension StoreFolder {
  /// Appends, all or nothing.
  func append(_ unit: CommitUnit) throws(EventStoreError) -> AppendResult {
    try checkWritable()
    for event in unit.events { try check(event) }
    guard !unit.events.isEmpty else { return AppendResult(isNew: false) }
    if options.durability == .synced { return try committer.run(unit) }
    if unit.isSingle { return AppendResult(isNew: try storeBuffered(unit.events[0])) }
    return try commit([unit])[0].get()
  }

  /// Appends without blocking the caller while the device works.
  func append(
    _ unit: CommitUnit, done: @escaping @Sendable (Committer.Outcome) -> Void
  ) throws(EventStoreError) {
    try checkWritable()
    for event in unit.events { try check(event) }
    guard options.durability == .synced, !unit.events.isEmpty else {
      return done(.success(try append(unit)))
    }
    committer.start(unit, done: done)
  }

  func commit(_ units: [CommitUnit]) -> [Committer.Outcome] {
    var group = CommitGroup(units, folder: self)
    return group.run()
  }

  /// One event of no stream: its name is all the commit there is.
  private func storeBuffered(_ event: Event) throws(EventStoreError) -> Bool {
    do {
      let file = try prepare(event)
      try withCommitLock { ledger throws(Errno) in
        let type = try? ledger?.number(of: .type(file.type))
        try name(file)
        if let ledger, let type { try? ledger.append([file.row(type: type)]) }
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

  /// Whether the event of this id is this one.
  func isStored(_ event: Event) throws(EventStoreError) -> Bool {
    do {
      return try read(event.id) == event
    } catch let error where error.code == .corruptEvent {
      throw .duplicate(event.id)
    }
  }
}
