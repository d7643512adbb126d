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
  private var names: NameTable

  private static let partRows = (1 << 20) / LedgerRow.byteCount

  init(_ file: LedgerFile, disk: any Disk, from position: Int = 0) {
    self.file = file
    self.disk = disk
    self.position = position
    names = file.nameTable
  }

  /// Calls `body` with each row that is there; void ones are counted and left out.
  mutating func forEachRow(_ body: (LedgerRow, Int) -> Void) throws(Errno) {
    try file.readNames()
    names = file.nameTable
    while try readPart(body) {}
  }

  private mutating func readPart(_ body: (LedgerRow, Int) -> Void) throws(Errno) -> Bool {
    let bytes = try disk.readBytes(
      file.rows.number, at: LedgerHeader.byteCount + position * LedgerRow.byteCount,
      maximumBytes: LedgerReader.partRows * LedgerRow.byteCount)
    let count = bytes.count / LedgerRow.byteCount
    var isValid = CRC32C.checkRows(bytes, count: count, seeds: names.seeds)
    if isValid.contains(false) {
      // A row's name may have been entered after we read the names.
      try file.readNames()
      names = file.nameTable
      isValid = CRC32C.checkRows(bytes, count: count, seeds: names.seeds)
    }
    let span = unsafe bytes.span.bytes
    for index in 0..<count {
      if isValid[index] {
        body(LedgerRow(checked: span, at: index * LedgerRow.byteCount), position + index)
      } else {
        voidCount += 1
      }
    }
    position += count
    return count == LedgerReader.partRows
  }
}
