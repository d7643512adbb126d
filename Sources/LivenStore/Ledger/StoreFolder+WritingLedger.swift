extension StoreFolder {
  /// Puts a new ledger in the place of the one that is there; under the commit lock.
  func writeLedger(
    _ inner: InnerFolder, rows: (inout LedgerWriter) throws(Errno) -> Void
  ) throws(EventStoreError) {
    do {
      var writer = try LedgerWriter(in: inner.root.number, disk: disk, mode: options.fileMode)
      try rows(&writer)
      try writer.finish(isSynced: options.durability == .synced)
    } catch {
      throw .failed("write the ledger", "\(path)/\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
  }
}
