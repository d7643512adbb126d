/// Reads the rows of a ledger from one position on, in parts of a mebibyte.
///
/// Reading, not mapping: a mapped file that somebody cuts short kills its readers with SIGBUS.
struct LedgerReader {
  /// The position of the next row.
  private(set) var position: Int
  /// How many rows were void.
  private(set) var voidCount = 0
  private let file: LedgerFile
  private let disk: any Disk

  private static let partRows = (1 << 20) / LedgerRow.byteCount

  init(_ file: LedgerFile, disk: any Disk, from position: Int = 0) {
    self.file = file
    self.disk = disk
    self.position = position
  }

  /// Calls `body` with each row that is there; void ones are counted and left out.
  mutating func forEachRow(_ body: (LedgerRow, Int) -> Void) throws(Errno) {
    try file.readNames()
    while try readPart(body) {}
  }

  private mutating func readPart(_ body: (LedgerRow, Int) -> Void) throws(Errno) -> Bool {
    let (bytes, states) = try LedgerReader.rows(
      of: file, disk, from: position, count: LedgerReader.partRows)
    let span = unsafe bytes.span.bytes
    for index in states.indices {
      if states[index] != .void {
        body(LedgerRow(checked: span, at: index * LedgerRow.byteCount), position + index)
      } else {
        voidCount += 1
      }
    }
    position += states.count
    return states.count == LedgerReader.partRows
  }

  /// The bytes of rows from a position on, and what each one is.
  static func rows(
    of file: LedgerFile, _ disk: any Disk, from position: Int, count: Int
  ) throws(Errno) -> (bytes: [UInt8], states: [LedgerRow.State]) {
    let bytes = try disk.readBytes(
      file.rows.number, at: LedgerHeader.byteCount + position * LedgerRow.byteCount,
      maximumBytes: count * LedgerRow.byteCount)
    let count = bytes.count / LedgerRow.byteCount
    let states = CRC32C.checkRows(bytes, count: count, seeds: file.nameTable.seeds)
    guard states.contains(.void) else { return (bytes, states) }
    // A row's name may have been entered after we read the names.
    try file.readNames()
    return (bytes, CRC32C.checkRows(bytes, count: count, seeds: file.nameTable.seeds))
  }
}
