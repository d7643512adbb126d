/// Rows that are written at once, under the commit lock.
///
/// A ledger that does not take them is behind the files from then on; whoever compares it with them
/// adopts what is missing. So nothing here throws.
struct RowBatch {
  private let ledger: LedgerFile?
  private var rows: [LedgerRow] = []
  private var isBroken = false

  init(_ ledger: LedgerFile?) { self.ledger = ledger }

  /// Gives a name its number, before anything is done that needs it.
  mutating func enter(_ entry: NameTable.Entry) {
    guard let ledger, !isBroken else { return }
    do { _ = try ledger.number(of: entry) } catch { isBroken = true }
  }

  mutating func add(_ type: EventType, _ row: (UInt32) -> LedgerRow) { add(.type(type), row) }

  mutating func add(_ stream: StreamName, _ row: (UInt32) -> LedgerRow) {
    add(.stream(stream), row)
  }

  private mutating func add(_ entry: NameTable.Entry, _ row: (UInt32) -> LedgerRow) {
    guard let ledger, !isBroken, let number = try? ledger.number(of: entry) else { return }
    rows.append(row(number))
  }

  /// Writes the rows that were added, and says so if the ledger does not take them.
  mutating func writeAll() throws(EventStoreError) -> Int {
    guard let ledger, !rows.isEmpty else { return 0 }
    do {
      try ledger.append(rows)
    } catch {
      throw .failed("write the ledger", "\(StoreLayout.inner)/\(StoreLayout.ledger)", error)
    }
    defer { rows = [] }
    return rows.count
  }

  /// Writes the rows that were added.
  mutating func write() {
    guard let ledger, !rows.isEmpty else { return }
    try? ledger.append(rows)
    rows = []
  }
}
