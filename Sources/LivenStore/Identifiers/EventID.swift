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
    guard bytes.count > 0, bytes.count <= EventID.maximumLength,
      let first = EventID.word(bytes, at: 0), let second = EventID.word(bytes, at: 8),
      let third = EventID.word(bytes, at: 16), let fourth = EventID.word(bytes, at: 24)
    else { return nil }
    words = (first, second, third, fourth | UInt64(bytes.count))
  }

  /// Below and above every id.
  static let lowest = EventID(checkedWords: (0, 0, 0, 0))
  static let highest = EventID(checkedWords: (.max, .max, .max, .max))

  /// Takes words that are known to be those of an id.
  init(checkedWords words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Eight bytes from an offset on as one number, zero behind the end; `nil` if one is not allowed.
  @inline(__always)
  private static func word(_ bytes: Span<UInt8>, at start: Int) -> UInt64? {
    guard start < bytes.count else { return 0 }
    var word: UInt64 = 0
    var shift: UInt64 = 56
    for index in start..<min(start + 8, bytes.count) {
      let byte = bytes[index]
      guard isAllowed(byte) else { return nil }
      word |= UInt64(byte) &<< shift
      shift &-= 8
    }
    return word
  }

  @inline(__always)
  private static func isAllowed(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// The text form of a ULID.
  public init(_ ulid: ULID) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 26)
    for index in 0..<26 {
      let digit = UInt64(Crockford.digits[ulid.digit(at: 125 - index * 5)])
      let shifted = digit << UInt64(56 - (index & 7) * 8)
      switch index >> 3 {
      case 0: words.0 |= shifted
      case 1: words.1 |= shifted
      case 2: words.2 |= shifted
      default: words.3 |= shifted
      }
    }
    self.words = words
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
