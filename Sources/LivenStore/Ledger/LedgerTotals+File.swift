/// The totals of a ledger's first rows, kept so that the next count begins behind them.
///
/// ```
/// 0 "LVNTOTL1"  8 generation  24 rows  32 events  40 links  48 bytes  56 lowest id  88 highest id
/// 120 number of names, each: count, highest id;   checksum of all before
/// ```
extension LedgerTotals {
  private static let mark: [UInt8] = Array("LVNTOTL1".utf8)
  private static let (headerBytes, entryBytes) = (128, 40)

  func bytes(ofRows rowCount: Int, _ generation: LedgerGeneration) -> [UInt8] {
    var bytes = LedgerTotals.mark
    let numbers = [
      generation.high, generation.low, UInt64(rowCount), UInt64(eventCount), UInt64(linkCount),
      UInt64(bitPattern: Int64(eventBytes)),
    ]
    for number in numbers { bytes.append(number: number) }
    bytes.append(id: lowest)
    bytes.append(id: highest)
    bytes.append(number: UInt64(entries.count))
    for entry in entries {
      bytes.append(number: UInt64(entry.count))
      bytes.append(id: entry.last)
    }
    bytes.append(number: CRC32C.checksum(of: bytes))
    return bytes
  }

  /// Reads what was kept, with how many rows it is of; `nil` if it is damaged or of another ledger.
  static func read(
    _ bytes: [UInt8], of generation: LedgerGeneration
  ) -> (totals: LedgerTotals, rowCount: Int)? {
    guard bytes.count >= headerBytes + 4, bytes.starts(with: mark) else { return nil }
    let body = Array(bytes.dropLast(4))
    guard bytes.number(at: body.count, UInt32.self) == CRC32C.checksum(of: body),
      body.number(at: 8, UInt64.self) == generation.high,
      body.number(at: 16, UInt64.self) == generation.low,
      body.count - headerBytes == Int(body.number(at: 120, UInt64.self)) * entryBytes
    else { return nil }
    func number(_ offset: Int) -> Int {
      Int(truncatingIfNeeded: body.number(at: offset, UInt64.self))
    }
    var totals = LedgerTotals()
    (totals.eventCount, totals.linkCount, totals.eventBytes) = (number(32), number(40), number(48))
    (totals.lowest, totals.highest) = (body.id(at: 56), body.id(at: 88))
    totals.entries = stride(from: headerBytes, to: body.count, by: entryBytes).map { offset in
      Entry(count: number(offset), last: body.id(at: offset + 8))
    }
    return (totals, number(24))
  }
}

extension [UInt8] {
  fileprivate mutating func append(id: EventID) {
    for word in [id.words.0, id.words.1, id.words.2, id.words.3] { append(number: word) }
  }

  fileprivate func id(at offset: Int) -> EventID {
    EventID(
      checkedWords: (
        number(at: offset, UInt64.self), number(at: offset + 8, UInt64.self),
        number(at: offset + 16, UInt64.self), number(at: offset + 24, UInt64.self)
      ))
  }
}
