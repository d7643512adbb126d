/// The readers of the files in `.livenstore`, for who tries them with bytes of any kind.
package enum InnerFileReaders {
  /// Reads the bytes as each kind of file; returns how many kinds they were.
  package static func count(reading bytes: [UInt8]) -> Int {
    var names = NameTable()
    names.take(bytes)
    let rows = CRC32C.checkRows(bytes, count: bytes.count / 64, seeds: names.seeds)
    return [
      Intent(bytes) != nil, FolderStamps(bytes) != nil, rows.contains { $0 != .void },
      LedgerHeader(bytes, mark: LedgerHeader.ledgerMark) != nil, !names.seeds.isEmpty,
    ].count { $0 }
  }

  /// The id in the name of an event's file; `nil` if it is no such name.
  package static func id(inFileName name: [UInt8]) -> EventID? { EventID(fileName: name.span) }
}
