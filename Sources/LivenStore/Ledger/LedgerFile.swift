import Synchronization

/// An open ledger: its rows, its names and its generation.
final class LedgerFile: Sendable {
  let rows: FileDescriptor
  let generation: LedgerGeneration
  /// The file that the rows stand in; a rebuild puts another one in its place.
  let inode: UInt64
  private let names: FileDescriptor
  private let table: Mutex<NameTable>
  private let disk: any Disk
  private let syncedNameBytes = Atomic<Int>(0)
  /// How long the file was when it was last looked for under the commit lock.
  private let sizeBytes: Atomic<Int>

  /// Opens what stands in the folder; `nil` if there is no ledger, throws if it is damaged.
  static func open(in folder: Int32, disk: any Disk) throws(LedgerProblem) -> LedgerFile? {
    do {
      let rows = try StoreLayout.ledger.withFileName { name throws(Errno) in
        try openFile(name, in: folder, disk)
      }
      let names = try StoreLayout.names.withFileName { name throws(Errno) in
        try openFile(name, in: folder, disk)
      }
      return try LedgerFile(rows: rows, names: names, disk: disk)
    } catch let error as LedgerProblem {
      throw error
    } catch let error as Errno {
      if error == .notFound { return nil }
      throw .unreadable(error)
    } catch {
      throw .notALedger
    }
  }

  /// Writing is tried first: who may only read gets the file for reading.
  private static func openFile(
    _ name: FileName, in folder: Int32, _ disk: any Disk
  ) throws(Errno) -> FileDescriptor {
    do {
      return try disk.openLog(name, in: folder)
    } catch  where error == .permissionDenied || error == .readOnly || error == .notPermitted {
      return try disk.openFile(name, in: folder)
    }
  }

  private init(
    rows: consuming FileDescriptor, names: consuming FileDescriptor, disk: any Disk
  ) throws(LedgerProblem) {
    let status: FileStatus
    let headers: (LedgerHeader?, LedgerHeader?)
    do {
      status = try disk.status(of: rows.number)
      headers = (
        try LedgerFile.header(rows.number, LedgerHeader.ledgerMark, disk),
        try LedgerFile.header(names.number, LedgerHeader.namesMark, disk)
      )
    } catch { throw .unreadable(error) }
    guard status.isFile, let header = headers.0 else { throw .notALedger }
    guard headers.1 == header else { throw .otherNames }
    inode = status.inode
    sizeBytes = Atomic(status.sizeBytes)
    generation = header.generation
    self.rows = rows
    self.names = names
    self.disk = disk
    table = Mutex(NameTable())
    do { try readNames() } catch { throw .unreadable(error) }
  }

  private static func header(
    _ file: Int32, _ mark: [UInt8], _ disk: any Disk
  ) throws(Errno) -> LedgerHeader? {
    let bytes = try disk.readBytes(file, at: 0, maximumBytes: LedgerHeader.byteCount)
    return LedgerHeader(bytes, mark: mark)
  }

  /// Takes in how long the file is now; under the commit lock.
  func note(sizeBytes: Int) { self.sizeBytes.store(sizeBytes, ordering: .relaxed) }

  /// How many rows there are; a torn one at the end does not count.
  func rowCount() throws(Errno) -> Int {
    let size = try disk.status(of: rows.number).sizeBytes
    return max(0, (size - LedgerHeader.byteCount) / LedgerRow.byteCount)
  }

  /// The names as they are known now.
  var nameTable: NameTable { table.withLock { $0 } }

  /// Takes in names that came since the last look.
  func readNames() throws(Errno) {
    var start = nameTable.readBytes
    while true {
      let bytes = try disk.readBytes(names.number, at: start, maximumBytes: 1 << 20)
      if bytes.isEmpty { return }
      table.withLock { $0.take(bytes) }
      let next = nameTable.readBytes
      // What is torn at the end is there again at the next look.
      if next == start || bytes.count < 1 << 20 { return }
      start = next
    }
  }

  /// The number of a name, entered if it is new; only under the commit lock.
  func number(of entry: NameTable.Entry) throws(Errno) -> UInt32 {
    if let number = table.withLock({ $0.number(of: entry) }) { return number }
    try readNames()
    if let number = table.withLock({ $0.number(of: entry) }) { return number }
    _ = try fill(names.number, sizeBytes: disk.status(of: names.number).sizeBytes)
    try disk.write(names.number, bytes: NameTable.bytes(of: entry))
    try readNames()
    guard let number = table.withLock({ $0.number(of: entry) }) else { throw .input }
    return number
  }

  /// Writes rows at the end; only under the commit lock.
  func append(_ new: [LedgerRow]) throws(Errno) {
    let filled = try fill(rows.number, sizeBytes: sizeBytes.load(ordering: .relaxed))
    let bytes = table.withLock { names in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(new.count * LedgerRow.byteCount)
      for row in new {
        row.append(to: &bytes, seed: names.checksum(of: row.name, kind: row.kind) ?? 0)
      }
      return bytes
    }
    try disk.write(rows.number, bytes: bytes)
    sizeBytes.add(filled + bytes.count, ordering: .relaxed)
  }

  /// Fills a row or an entry that was torn, so that the next one begins where it must.
  private func fill(_ file: Int32, sizeBytes: Int) throws(Errno) -> Int {
    let rest = sizeBytes % LedgerRow.byteCount
    guard rest > 0 else { return 0 }
    let zeros = [UInt8](repeating: 0, count: LedgerRow.byteCount - rest)
    try disk.write(file, bytes: zeros)
    return zeros.count
  }

  /// Brings names, then rows to the device.
  func sync() throws(Errno) {
    let known = nameTable.readBytes
    // Names are synced once: a name that is new to us may be new to the device, whoever entered it.
    if syncedNameBytes.load(ordering: .acquiring) < known {
      try disk.sync(names.number)
      syncedNameBytes.store(known, ordering: .releasing)
    }
    try disk.sync(rows.number)
  }
}
