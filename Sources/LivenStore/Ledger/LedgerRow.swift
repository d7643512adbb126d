/// A row of the ledger: an event or a link, in the order of arrival; 64 bytes, little endian.
///
/// ```
///  0  checksum of bytes 4–63 behind that of the name's entry
///  4  kind   5  flags   8  name number   12  checksum of the event's file   16  size of that file
/// 24  id: 31 bytes and its length   56  of a link: the event's position, all ones if not known
/// ```
struct LedgerRow: Equatable {
  enum Kind: UInt8 { case event = 1, link = 2 }

  /// What a row is, once its checksum is looked at.
  struct State: Equatable {
    let rawValue: UInt8
    static let void = State(rawValue: 0)
    static let event = State(rawValue: 1)
    static let link = State(rawValue: 2)
    /// A link to the event that stands above it.
    static let nearLink = State(rawValue: 3)
  }

  static let byteCount = 64
  /// No position: the writer of a link did not know where the event stands.
  static let unknown = UInt64.max
  /// Found by comparison, not written by the one who stored it.
  static let adopted: UInt8 = 1

  var kind: Kind
  var flags: UInt8 = 0
  /// The number of the event's type or of the stream.
  var name: UInt32
  var fileChecksum: UInt32 = 0
  var sizeBytes: UInt64 = 0
  var id: EventID
  var event: UInt64 = LedgerRow.unknown

  static func event(
    _ id: EventID, type: UInt32, sizeBytes: Int, checksum: UInt32, flags: UInt8 = 0
  ) -> LedgerRow {
    LedgerRow(
      kind: .event, flags: flags, name: type, fileChecksum: checksum, sizeBytes: UInt64(sizeBytes),
      id: id)
  }

  static func link(_ id: EventID, stream: UInt32, flags: UInt8 = 0) -> LedgerRow {
    LedgerRow(kind: .link, flags: flags, name: stream, id: id)
  }

  /// Adds the 64 bytes; `seed` is the checksum of the entry of ``name``, so that a number that came
  /// to mean another name voids the row.
  func append(to bytes: inout [UInt8], seed: UInt32) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: LedgerRow.byteCount))
    bytes[start + 4] = kind.rawValue
    bytes[start + 5] = flags
    bytes.put(name, at: start + 8)
    bytes.put(fileChecksum, at: start + 12)
    bytes.put(sizeBytes, at: start + 16)
    bytes.put(id.words.0.byteSwapped, at: start + 24)
    bytes.put(id.words.1.byteSwapped, at: start + 32)
    bytes.put(id.words.2.byteSwapped, at: start + 40)
    bytes.put(id.words.3.byteSwapped, at: start + 48)
    bytes.put(event, at: start + 56)
    bytes.put(CRC32C.checksum(of: bytes, from: start + 4, after: seed), at: start)
  }

  /// Reads a row that ``CRC32C/checkRows(_:count:seeds:)`` found valid.
  @inline(__always)
  init(checked bytes: RawSpan, at start: Int) {
    let row = bytes.extracting(start..<(start + LedgerRow.byteCount))
    kind = row.number(at: 4, UInt8.self) == Kind.event.rawValue ? .event : .link
    id = EventID(
      checkedWords: (
        row.number(at: 24, UInt64.self).byteSwapped, row.number(at: 32, UInt64.self).byteSwapped,
        row.number(at: 40, UInt64.self).byteSwapped, row.number(at: 48, UInt64.self).byteSwapped
      ))
    flags = row.number(at: 5, UInt8.self)
    name = row.number(at: 8, UInt32.self)
    fileChecksum = row.number(at: 12, UInt32.self)
    sizeBytes = row.number(at: 16, UInt64.self)
    event = row.number(at: 56, UInt64.self)
  }

  private init(
    kind: Kind, flags: UInt8, name: UInt32, fileChecksum: UInt32 = 0, sizeBytes: UInt64 = 0,
    id: EventID
  ) {
    self.kind = kind
    self.flags = flags
    self.name = name
    self.fileChecksum = fileChecksum
    self.sizeBytes = sizeBytes
    self.id = id
  }
}
