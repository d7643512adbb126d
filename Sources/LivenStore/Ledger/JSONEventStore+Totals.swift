extension JSONEventStore {
  /// Counts events, types, streams and bytes; `nil` if there is no ledger that can be used.
  ///
  /// What so many rows add up to is kept for the next count.
  package func ledgerTotals(keptFrom rowLimit: Int = 65_536) throws(EventStoreError)
    -> LedgerTotals?
  {
    guard let ledger = folder.currentLedger(), let inner = folder.innerFolder() else { return nil }
    do {
      var (totals, counted) = try folder.readTotals(of: ledger, inner)
      var reader = LedgerReader(ledger, disk: folder.disk, from: counted)
      try reader.forEachRow { row, _ in totals.take(row) }
      // A row that is void may be one that is being written.
      if reader.voidCount == 0, reader.position - counted >= rowLimit {
        counted = reader.position
        folder.writeTotals(totals.bytes(ofRows: counted, ledger.generation), inner)
      }
      totals.finish(ledger.nameTable)
      return totals
    } catch {
      throw .failed("read the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
  }
}

extension StoreFolder {
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
