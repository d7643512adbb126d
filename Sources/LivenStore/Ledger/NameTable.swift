/// The names of types and streams, numbered as the ledger has them.
///
/// ```
/// 0  checksum of the rest   4  length   6  kind   8  the name, filled up to 64 bytes with zeros
/// ```
/// An entry begins at a multiple of 64 bytes, and its number is that multiple: what was torn is stepped
/// over, and no number ever changes its meaning within a generation.
struct NameTable {
  struct Entry: Hashable {
    let kind: LedgerRow.Kind
    let text: String

    static func == (left: Entry, right: Entry) -> Bool {
      left.kind == right.kind && left.text.isSame(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  static let slotBytes = 64
  private static let headBytes = 8

  private var entries: [UInt32: Entry] = [:]
  /// By number: the kind above 32 bits of checksum; 0 where there is no entry.
  private(set) var seeds: [UInt64] = []
  private var numbers: [Entry: UInt32] = [:]
  /// How many bytes of the file were taken in.
  private(set) var readBytes = LedgerHeader.byteCount

  func number(of entry: Entry) -> UInt32? { numbers[entry] }

  func entry(_ number: UInt32) -> Entry? { entries[number] }

  /// The checksum of an entry; `nil` if there is none of this number and kind.
  @inline(__always)
  func checksum(of number: UInt32, kind: LedgerRow.Kind) -> UInt32? {
    guard Int(number) < seeds.count, seeds[Int(number)] >> 32 == UInt64(kind.rawValue) else {
      return nil
    }
    return UInt32(truncatingIfNeeded: seeds[Int(number)])
  }

  /// All entries of a kind, by number.
  func all(_ kind: LedgerRow.Kind) -> [(number: UInt32, text: String)] {
    entries.filter { $0.value.kind == kind }.map { ($0.key, $0.value.text) }
      .sorted { $0.number < $1.number }
  }

  /// The bytes of an entry.
  static func bytes(of entry: Entry) -> [UInt8] {
    var bytes: [UInt8] = [0, 0, 0, 0]
    bytes.append(number: UInt16(truncatingIfNeeded: entry.text.utf8.count))
    bytes.append(entry.kind.rawValue)
    bytes.append(0)
    bytes.append(contentsOf: entry.text.utf8)
    bytes.put(CRC32C.checksum(of: bytes, from: 4), at: 0)
    let rest = (slotBytes - bytes.count % slotBytes) % slotBytes
    bytes.append(contentsOf: repeatElement(0, count: rest))
    return bytes
  }

  /// Takes in what the file holds from ``readBytes`` on; what is torn at its end is read again later.
  mutating func take(_ bytes: [UInt8]) { unsafe take(bytes.span.bytes) }

  private mutating func take(_ bytes: RawSpan) {
    var offset = 0
    var end = 0
    while offset + NameTable.slotBytes <= bytes.byteCount {
      if let (entry, checksum, length) = NameTable.entry(bytes, at: offset) {
        let number = UInt32((readBytes + offset) / NameTable.slotBytes)
        add(entry, number, checksum)
        offset += length
        end = offset
      } else {
        offset += NameTable.slotBytes
      }
    }
    readBytes += end
  }

  private mutating func add(_ entry: Entry, _ number: UInt32, _ checksum: UInt32) {
    entries[number] = entry
    if numbers[entry] == nil { numbers[entry] = number }
    let missing = Int(number) + 1 - seeds.count
    if missing > 0 { seeds.append(contentsOf: repeatElement(0, count: missing)) }
    seeds[Int(number)] = UInt64(entry.kind.rawValue) << 32 | UInt64(checksum)
  }

  private static func entry(_ bytes: RawSpan, at start: Int) -> (Entry, UInt32, Int)? {
    let length = Int(bytes.number(at: start + 4, UInt16.self))
    let end = start + headBytes + length
    guard length > 0, end <= bytes.byteCount,
      let kind = LedgerRow.Kind(rawValue: bytes.number(at: start + 6, UInt8.self))
    else { return nil }
    let checksum = CRC32C.checksum(of: bytes.extracting((start + 4)..<end))
    guard checksum == bytes.number(at: start, UInt32.self) else { return nil }
    let text = (start + headBytes..<end).map { bytes.number(at: $0, UInt8.self) }
    let entry = Entry(kind: kind, text: String(decoding: text, as: UTF8.self))
    guard entry.isAllowed else { return nil }
    let slots = (headBytes + length + slotBytes - 1) / slotBytes
    return (entry, checksum, slots * slotBytes)
  }
}

extension NameTable.Entry {
  static func type(_ type: EventType) -> NameTable.Entry {
    NameTable.Entry(kind: .event, text: type.name)
  }

  static func stream(_ name: StreamName) -> NameTable.Entry {
    NameTable.Entry(kind: .link, text: name.description)
  }

  /// A ledger may have been made by anybody: a stream's name must be one that a folder can have.
  fileprivate var isAllowed: Bool {
    kind == .event ? text.utf8.count <= EventType.maximumLengthBytes : StreamName(text) != nil
  }
}
