extension JSONEventStore {
  /// Whether there is a ledger that can be used.
  package var hasLedger: Bool { folder.currentLedger() != nil }

  /// Whether no folder has changed since it was last compared with the ledger.
  package func ledgerIsCurrent() -> Bool { folder.ledgerIsCurrent() }

  func linkPositions(in stream: StreamName) throws(EventStoreError) -> [EventID: Int] {
    guard try ledgerView(makesLedger: true) != nil, let ledger = folder.currentLedger() else {
      throw EventStoreError(
        code: .unavailable,
        message: "\(path): it has no ledger and may not be written to: there are no positions.")
    }
    guard let number = ledger.nameTable.number(of: .stream(stream)) else { return [:] }
    var positions: [EventID: Int] = [:]
    var reader = LedgerReader(ledger, disk: folder.disk)
    do {
      try reader.forEachRow { row, position in
        if row.kind == .link, row.name == number { positions[row.id] = position }
      }
    } catch {
      throw .failed("read the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
    return positions
  }

  /// The events that arrived last, the newest last, with their positions and streams.
  package func lastEvents(_ limit: Int) throws(EventStoreError) -> [LedgerEvent]? {
    guard let ledger = folder.currentLedger() else { return nil }
    do {
      let count = try ledger.rowCount()
      var size = max(1_024, min(limit, count) * 4)
      while true {
        let start = max(0, count - size)
        let events = try lastEvents(ledger, from: start)
        if events.count >= limit || start == 0 { return Array(events.suffix(limit)) }
        size *= 4
      }
    } catch {
      throw .failed("read the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
  }

  /// The streams of events that came just now, after the append that is giving names is through with
  /// them: those that the newest 65,536 rows of the ledger hold, and none if there is no ledger.
  package func settledStreams(of ids: some Collection<EventID>) -> [EventID: [StreamName]] {
    folder.withCommitLock { _ in () }
    guard let ledger = folder.currentLedger(), let count = try? ledger.rowCount() else {
      return [:]
    }
    var waiting = Set(ids)
    var streams: [EventID: [StreamName]] = [:]
    var size = 1_024
    while true {
      let start = max(0, count - size)
      for event in (try? lastEvents(ledger, from: start)) ?? []
      where waiting.remove(event.id) != nil { streams[event.id] = event.streams }
      if waiting.isEmpty || start == 0 || size >= 65_536 { return streams }
      size *= 4
    }
  }

  private func lastEvents(
    _ ledger: LedgerFile, from start: Int
  ) throws(Errno) -> [LedgerEvent] {
    var events: [LedgerEvent] = []
    var places: [EventID: Int] = [:]
    var links: [(EventID, UInt32)] = []
    var reader = LedgerReader(ledger, disk: folder.disk, from: start)
    try reader.forEachRow { row, position in
      switch row.kind {
      case .link: links.append((row.id, row.name))
      case .event:
        places[row.id] = events.count
        events.append(LedgerEvent(id: row.id, position: position, streams: []))
      }
    }
    let names = ledger.nameTable
    for (id, number) in links {
      guard let place = places[id], let name = names.entry(number).flatMap({ StreamName($0.text) })
      else { continue }
      events[place].streams.append(name)
    }
    for index in events.indices { events[index].streams.sort() }
    return events
  }
}

extension JSONEventStore {
  /// The events that had arrived by a position.
  package func arrived(by position: Int) throws(EventStoreError) -> Set<EventID> {
    guard let index = try ledgerView(makesLedger: true)?.index else {
      throw EventStoreError(
        code: .unavailable,
        message: "\(path): it has no ledger and may not be written to: there are no positions.")
    }
    var arrived: Set<EventID> = []
    for event in index.ids.indices where index.positions[event] <= position {
      arrived.insert(index.ids[event])
    }
    return arrived
  }
}
