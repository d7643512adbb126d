/// When the folders of a store were last changed, as of a full comparison with the ledger.
///
/// ```
/// 0 "LVNTIME1"  8 generation  24 time of events/  32 time of streams/  40 number of streams, each:
///   number, time of its folder;   checksum of all before
/// ```
struct FolderStamps: Equatable {
  private static let mark: [UInt8] = Array("LVNTIME1".utf8)
  /// A time that no folder has: compare it.
  static let never: Int64 = -1

  var generation: LedgerGeneration
  var events: Int64 = FolderStamps.never
  var streams: Int64 = FolderStamps.never
  var ofStream: [UInt32: Int64] = [:]

  init(generation: LedgerGeneration) { self.generation = generation }

  var bytes: [UInt8] {
    var bytes = FolderStamps.mark
    bytes.append(number: generation.high)
    bytes.append(number: generation.low)
    bytes.append(number: UInt64(bitPattern: events))
    bytes.append(number: UInt64(bitPattern: streams))
    bytes.append(number: UInt32(ofStream.count))
    for (number, time) in ofStream.sorted(by: { $0.key < $1.key }) {
      bytes.append(number: number)
      bytes.append(number: UInt64(bitPattern: time))
    }
    bytes.append(number: CRC32C.checksum(of: bytes))
    return bytes
  }

  /// Reads them; `nil` if they are damaged.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 48, bytes.starts(with: FolderStamps.mark) else { return nil }
    let body = Array(bytes.dropLast(4))
    let count = Int(bytes.number(at: 40, UInt32.self))
    guard bytes.number(at: body.count, UInt32.self) == CRC32C.checksum(of: body),
      body.count == 44 + count * 12
    else { return nil }
    generation = LedgerGeneration(
      high: body.number(at: 8, UInt64.self), low: body.number(at: 16, UInt64.self))
    events = Int64(bitPattern: body.number(at: 24, UInt64.self))
    streams = Int64(bitPattern: body.number(at: 32, UInt64.self))
    for index in 0..<count {
      ofStream[body.number(at: 44 + index * 12, UInt32.self)] = Int64(
        bitPattern: body.number(at: 48 + index * 12, UInt64.self))
    }
  }
}
