extension JSONEventStore {
  /// Counts events, types, streams and bytes; `nil` if there is no ledger that can be used.
  ///
  /// What so many rows add up to is kept for the next count.
  package func ledgerTotals(keptFrom rowLimit: Int = 65_536) throws(EventStoreError)
    -> LedgerTotals?
  {
    do {
      return try folder.totals(keptFrom: rowLimit)
    } catch {
      throw .failed("read the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
  }
}

extension StoreFolder {
  /// The totals of a ledger that is known to be current; `nil` unless nearly all of them were kept.
  func quickTotals() -> LedgerTotals? {
    guard ledgerIsCurrent() else { return nil }
    return try? totals(atMost: StoreFolder.quickRowCount, keptFrom: .max)
  }

  /// As many rows as are counted before anybody notices.
  private static let quickRowCount = 65_536

  /// Counts the rows behind what was kept; `nil` if there is no ledger, or if they are too many.
  fileprivate func totals(
    atMost maximumCount: Int = .max, keptFrom rowLimit: Int
  ) throws(Errno) -> LedgerTotals? {
    guard let ledger = currentLedger(), let inner = innerFolder() else { return nil }
    var (totals, counted) = try readTotals(of: ledger, inner)
    guard try ledger.rowCount() - counted <= maximumCount else { return nil }
    var reader = LedgerReader(ledger, disk: disk, from: counted)
    try reader.forEachRow { row, _ in totals.take(row) }
    // A row that is void may be one that is being written.
    if reader.voidCount == 0, reader.position - counted >= rowLimit {
      counted = reader.position
      writeTotals(totals.bytes(ofRows: counted, ledger.generation), inner)
    }
    totals.finish(ledger.nameTable)
    return totals
  }

  /// What was counted before, and how many rows that are; nothing if it means nothing for this ledger.
  fileprivate func readTotals(
    of ledger: LedgerFile, _ inner: InnerFolder
  ) throws(Errno) -> (LedgerTotals, Int) {
    let bytes = try? StoreLayout.totals.withFileName { name throws(Errno) in
      let file = try disk.openFile(name, in: inner.root.number)
      return try disk.readBytes(file.number, at: 0, maximumBytes: 16 << 20)
    }
    guard let kept = bytes.flatMap({ LedgerTotals.read($0, of: ledger.generation) }),
      try kept.rowCount <= ledger.rowCount()
    else { return (LedgerTotals(), 0) }
    return kept
  }

  /// Leaves the totals for the next count; a store that cannot be written to is counted each time.
  fileprivate func writeTotals(_ bytes: [UInt8], _ inner: InnerFolder) {
    guard isTrusted else { return }
    try? replaceFile(named: StoreLayout.totals, in: inner.root.number, bytes)
  }
}
