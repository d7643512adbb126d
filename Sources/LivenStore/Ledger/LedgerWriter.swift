/// Writes a whole ledger beside the one that is there, then puts it in its place.
///
/// Both files are complete before either gets its name. Who opens the ledger between the two renames
/// finds names of another generation, knows that they do not belong together, and looks again.
struct LedgerWriter: ~Copyable {
  private static let partBytes = 1 << 20

  private let disk: any Disk
  private let folder: Int32
  private let rows: FileDescriptor
  private let names: FileDescriptor
  private var table = NameTable()
  private var bytes: [UInt8]
  private var nameBytes: [UInt8]
  /// How many rows were added.
  private(set) var count = 0

  private static let newLedger = StoreLayout.ledger + ".new"
  private static let newNames = StoreLayout.names + ".new"

  init(in folder: Int32, disk: any Disk, mode: UInt32) throws(Errno) {
    let rows = try LedgerWriter.create(LedgerWriter.newLedger, in: folder, disk, mode)
    let names = try LedgerWriter.create(LedgerWriter.newNames, in: folder, disk, mode)
    let header = LedgerHeader(generation: .random())
    bytes = header.bytes(mark: LedgerHeader.ledgerMark)
    nameBytes = header.bytes(mark: LedgerHeader.namesMark)
    self.disk = disk
    self.folder = folder
    self.rows = rows
    self.names = names
  }

  /// What a dead process left is in the way.
  private static func create(
    _ name: String, in folder: Int32, _ disk: any Disk, _ mode: UInt32
  ) throws(Errno) -> FileDescriptor {
    try name.withFileName { name throws(Errno) in
      try? disk.unlink(name, in: folder)
      return try disk.createFile(name, in: folder, mode: mode)
    }
  }

  mutating func add(
    _ entry: NameTable.Entry, _ row: (UInt32) -> LedgerRow
  ) throws(Errno) {
    let number = number(of: entry)
    row(number).append(to: &bytes, seed: table.checksum(of: number, kind: entry.kind) ?? 0)
    count += 1
    if bytes.count >= LedgerWriter.partBytes { try flush() }
  }

  private mutating func number(of entry: NameTable.Entry) -> UInt32 {
    if let number = table.number(of: entry) { return number }
    let new = NameTable.bytes(of: entry)
    nameBytes.append(contentsOf: new)
    table.take(new)
    return table.number(of: entry) ?? 0
  }

  private mutating func flush() throws(Errno) {
    try disk.write(rows.number, bytes: bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts names and rows in their places.
  consuming func finish(isSynced: Bool) throws(Errno) {
    try flush()
    try disk.write(names.number, bytes: nameBytes)
    if isSynced {
      try disk.sync(names.number)
      try disk.sync(rows.number)
    }
    try LedgerWriter.place(LedgerWriter.newNames, as: StoreLayout.names, in: folder, disk)
    try LedgerWriter.place(LedgerWriter.newLedger, as: StoreLayout.ledger, in: folder, disk)
    if isSynced { try disk.sync(folder) }
  }

  private static func place(
    _ name: String, as new: String, in folder: Int32, _ disk: any Disk
  ) throws(Errno) {
    try name.withFileName { name throws(Errno) in
      try new.withFileName { new throws(Errno) in
        try disk.rename(name, in: folder, to: new, in: folder)
      }
    }
  }
}
