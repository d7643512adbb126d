/// The name of an event: what stands before `.json` in its file's name.
///
/// LivenStore writes ULIDs and reads any 1–31 bytes of `0-9 A-Z a-z _ -`, so that a store of another
/// writer opens. The bytes are held inline; ids order as their bytes do.
public struct EventID: Sendable, Hashable, Comparable, LosslessStringConvertible {
  /// The bytes from the first one down, zero behind the last; the lowest byte holds the length.
  let words: (UInt64, UInt64, UInt64, UInt64)

  /// The most bytes that an id may have.
  public static let maximumLength = 31

  /// Takes an id as a person types it: a ULID in lower case is put into upper case.
  ///
  /// - Returns: `nil` if the text is empty, too long, or holds other characters.
  public init?(_ description: String) {
    self.init(utf8: description.utf8)
  }

  /// Takes an id as a person types it and says what is wrong with it.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/invalidName``.
  public init(validating text: String) throws(EventStoreError) {
    guard let id = EventID(text) else { throw .invalidID(text) }
    self = id
  }

  /// Takes the bytes of an id; a ULID in lower case is put into upper case.
  public init?(utf8 bytes: some Collection<UInt8>) {
    guard let exact = EventID(exactly: Array(bytes).span) else { return nil }
    self = exact.ulid.map(EventID.init) ?? exact
  }

  /// Takes the bytes as they stand in a file.
  init?(exactly bytes: Span<UInt8>) {
    var packed = Packer()
    for index in bytes.indices {
      guard EventID.allowed[Int(bytes[index])], packed.append(bytes[index]) else { return nil }
    }
    guard packed.count > 0 else { return nil }
    words = packed.words
  }

  /// The text form of a ULID.
  public init(_ ulid: ULID) {
    var packed = Packer()
    for shift in stride(from: 125, through: 0, by: -5) {
      _ = packed.append(Crockford.digits[ulid.digit(at: shift)])
    }
    words = packed.words
  }

  /// The number of bytes, 1–31.
  public var count: Int { Int(words.3 & 0xFF) }

  /// The id as text.
  public var description: String {
    unsafe String(unsafeUninitializedCapacity: EventID.maximumLength) { buffer in
      for index in 0..<count { unsafe buffer[index] = self[index] }
      return count
    }
  }

  subscript(index: Int) -> UInt8 {
    let word =
      switch index >> 3 {
      case 0: words.0
      case 1: words.1
      case 2: words.2
      default: words.3
      }
    return UInt8(truncatingIfNeeded: word >> UInt64(56 - (index & 7) * 8))
  }

  /// Whether the two hold the same bytes.
  public static func == (left: EventID, right: EventID) -> Bool { left.words == right.words }

  /// Orders by bytes; for ULIDs that is the order of time.
  public static func < (left: EventID, right: EventID) -> Bool { left.words < right.words }

  /// Feeds the bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }

  private static let allowed: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

/// Collects up to 31 bytes into four words.
private struct Packer {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private(set) var count = 0

  mutating func append(_ byte: UInt8) -> Bool {
    guard count < EventID.maximumLength else { return false }
    let shifted = UInt64(byte) << UInt64(56 - (count & 7) * 8)
    switch count >> 3 {
    case 0: words.0 |= shifted
    case 1: words.1 |= shifted
    case 2: words.2 |= shifted
    default: words.3 |= shifted
    }
    count += 1
    words.3 = words.3 & ~0xFF | UInt64(count)
    return true
  }
}

extension ULID {
  /// The five bits that stand `shift` bits above the lowest; the first digit holds three.
  fileprivate func digit(at shift: Int) -> Int {
    let bits =
      shift >= 64
      ? high >> UInt64(shift - 64)
      : low >> UInt64(shift) | (shift == 0 ? 0 : high << UInt64(64 - shift))
    return Int(bits & 31)
  }
}
