/// The catalog of what a ledger knows, and when the folders looked so.
struct LedgerCatalog {
  private(set) var catalog: StoreCatalog
  /// The times of the last comparison; `nil` if there was none.
  let stamps: FolderStamps?
  private let names: NameTable

  /// Reads the ledger, which is current if no folder has changed since it was compared; `nil` if there is none, or one that is to be rebuilt.
  init?(_ folder: StoreFolder, isCurrent: Bool) {
    // A row that is counted has its name, which was entered before it.
    guard let ledger = folder.currentLedger(), let inner = folder.innerFolder(),
      let rowCount = try? ledger.rowCount(), (try? ledger.readNames()) != nil
    else { return nil }
    names = ledger.nameTable
    let numbering = LedgerNumbering(names)
    let columns = LedgerColumns(of: ledger, folder.disk, numbering, rowCount: rowCount)
    guard let columns, let catalog = StoreCatalog(columns, numbering) else { return nil }
    self.catalog = catalog
    self.catalog.isCounted = isCurrent
    stamps = folder.readStamps(of: ledger, inner)
  }

  /// When a stream's folder was last changed, as the ledger knows it.
  func stamp(of stream: StreamName) -> Int64? {
    names.number(of: .stream(stream)).flatMap { stamps?.ofStream[$0] }
  }
}
