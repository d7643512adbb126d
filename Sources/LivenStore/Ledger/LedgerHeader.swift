/// The first 64 bytes of the ledger and of its names: what the file is, and its generation.
struct LedgerHeader: Equatable {
  static let byteCount = 64
  static let ledgerMark: [UInt8] = Array("LVNROWS1".utf8)
  static let namesMark: [UInt8] = Array("LVNNAME1".utf8)

  /// Random, new at each rebuild: positions of one generation mean nothing in another.
  let generation: LedgerGeneration

  /// The 64 bytes of a file of this generation.
  func bytes(mark: [UInt8]) -> [UInt8] {
    var bytes = mark
    bytes.append(number: generation.high)
    bytes.append(number: generation.low)
    bytes.append(contentsOf: repeatElement(0, count: LedgerHeader.byteCount - 4 - bytes.count))
    bytes.append(number: CRC32C.checksum(of: bytes))
    return bytes
  }

  /// Reads a header; `nil` if it is none of this mark.
  init?(_ bytes: [UInt8], mark: [UInt8]) {
    guard bytes.count >= LedgerHeader.byteCount else { return nil }
    let generation = LedgerGeneration(
      high: bytes.number(at: 8, UInt64.self), low: bytes.number(at: 16, UInt64.self))
    self.generation = generation
    let expected = self.bytes(mark: mark)
    guard bytes.starts(with: expected) else { return nil }
  }

  init(generation: LedgerGeneration) { self.generation = generation }
}
