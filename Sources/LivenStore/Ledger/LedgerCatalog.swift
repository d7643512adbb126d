/// The catalog of what a ledger knows, and when the folders looked so.
struct LedgerCatalog {
  private(set) var catalog: StoreCatalog
  /// The times of the last comparison; `nil` if there was none.
  let stamps: FolderStamps?
  private let names: NameTable

  /// What a ledger's newest rows tell, and all that was counted in it, if it is current; `nil` if the whole of
  /// it is soon read, or tells nothing.
  static func newest(_ folder: StoreFolder, _ totals: LedgerTotals?) -> StoreCatalog? {
    guard let (ledger, rowCount) = rows(of: folder), rowCount > newestCount else { return nil }
    let numbering = LedgerNumbering(ledger.nameTable)
    let columns = LedgerColumns(
      of: ledger, folder.disk, numbering, rows: (rowCount - newestCount)..<rowCount)
    var catalog = columns.flatMap { StoreCatalog($0, numbering, isWhole: false) }
    if let totals { catalog?.take(totals) }
    return catalog
  }

  private static let newestCount = 4_096

  /// A row that is counted has its name, which was entered before it.
  private static func rows(of folder: StoreFolder) -> (LedgerFile, count: Int)? {
    guard let ledger = folder.currentLedger(), let count = try? ledger.rowCount(),
      (try? ledger.readNames()) != nil
    else { return nil }
    return (ledger, count)
  }

  /// Reads the ledger, which is current if no folder has changed since it was compared; `nil` if there is
  /// none, or one that is to be rebuilt.
  init?(_ folder: StoreFolder, isCurrent: Bool) {
    guard let (ledger, rowCount) = LedgerCatalog.rows(of: folder), let inner = folder.innerFolder()
    else { return nil }
    names = ledger.nameTable
    let numbering = LedgerNumbering(names)
    let columns = LedgerColumns(of: ledger, folder.disk, numbering, rows: 0..<rowCount)
    guard let columns, let catalog = StoreCatalog(columns, numbering, isWhole: true) else {
      return nil
    }
    self.catalog = catalog
    self.catalog.isCounted = isCurrent
    stamps = folder.readStamps(of: ledger, inner)
  }

  /// When a stream's folder was last changed, as the ledger knows it.
  func stamp(of stream: StreamName) -> Int64? {
    names.number(of: .stream(stream)).flatMap { stamps?.ofStream[$0] }
  }
}
