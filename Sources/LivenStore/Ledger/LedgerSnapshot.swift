/// A ledger as it was at a moment, for a catalog of its rows: opened, and its names numbered, once.
struct LedgerSnapshot {
  /// The times of the last comparison before that moment; `nil` if there was none.
  let stamps: FolderStamps?
  private let ledger: LedgerFile
  private let disk: any Disk
  private let rowCount: Int
  private let names: NameTable
  private let numbering: LedgerNumbering

  private static let newestCount = 4_096

  /// Opens the ledger; `nil` if there is none.
  init?(_ folder: StoreFolder) {
    guard let ledger = folder.currentLedger(), let inner = folder.innerFolder() else { return nil }
    // What a comparison adopts stands in the ledger before its times do: times first, rows behind them.
    stamps = folder.readStamps(of: ledger, inner)
    // A row that is counted has its name, which was entered before it.
    guard let count = try? ledger.rowCount(), (try? ledger.readNames()) != nil else { return nil }
    (self.ledger, disk, rowCount) = (ledger, folder.disk, count)
    names = ledger.nameTable
    numbering = LedgerNumbering(names)
  }

  /// When a stream's folder was last changed, as the ledger knows it.
  func stamp(of stream: StreamName) -> Int64? {
    names.number(of: .stream(stream)).flatMap { stamps?.ofStream[$0] }
  }

  /// The times of a comparison in which the events and the changed streams held what the rows tell, no less
  /// and no more; `nil` if a stream is not known to the ledger.
  func stamps(
    after times: FolderTimes, ofStreams time: Int64, _ changed: [StreamName]
  ) -> FolderStamps? {
    var stamps = stamps ?? FolderStamps(generation: ledger.generation)
    stamps.events = times.trustedTime(of: nil) ?? FolderStamps.never
    stamps.streams = time
    for name in changed {
      guard let number = names.number(of: .stream(name)) else { return nil }
      stamps.ofStream[number] = times.trustedTime(of: name) ?? FolderStamps.never
    }
    return stamps
  }

  /// What the newest rows tell, and all that was counted, if the ledger is current; `nil` if the whole of it is
  /// soon read, or tells nothing.
  func newest(_ totals: LedgerTotals?) -> StoreCatalog? {
    guard rowCount > LedgerSnapshot.newestCount else { return nil }
    var catalog = catalog(of: (rowCount - LedgerSnapshot.newestCount)..<rowCount)
    if let totals { catalog?.take(totals) }
    return catalog
  }

  /// What all rows tell; `nil` if the ledger is to be rebuilt.
  func whole() -> StoreCatalog? { catalog(of: 0..<rowCount) }

  private func catalog(of rows: Range<Int>) -> StoreCatalog? {
    LedgerColumns(of: ledger, disk, numbering, rows: rows).flatMap {
      StoreCatalog($0, numbering, isWhole: rows.count == rowCount)
    }
  }
}
