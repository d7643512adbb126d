extension ULID: CustomStringConvertible {
  /// Reads 26 digits of Crockford's base 32 in either case; `nil` for anything else, or above 128 bits.
  public init?(_ text: String) {
    guard let id = EventID(text), let ulid = id.ulid else { return nil }
    self = ulid
  }

  /// The 26 digits, in upper case.
  public var description: String { EventID(self).description }
}

/// Crockford's base 32: digits and letters without I, L, O and U.
enum Crockford {
  static let digits: [UInt8] = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The value of each byte as a digit, 255 where it is none.
  static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() {
      values[Int(digit)] = UInt8(value)
      values[Int(digit | 0x20)] = UInt8(value)
    }
    return values
  }()

  /// The values of two digits in upper case by their bytes as one number, 65,535 where one is none: few of
  /// them are ever looked at.
  static let pairs: [UInt16] = {
    var pairs = [UInt16](repeating: .max, count: 1 << 16)
    for (high, first) in digits.enumerated() {
      for (low, second) in digits.enumerated() {
        pairs[Int(first) << 8 | Int(second)] = UInt16(high << 5 | low)
      }
    }
    return pairs
  }()
}

extension ULID {
  /// The value of an id that is a ULID in upper case, and so the same as the value's text.
  @inline(__always)
  init?(exactly id: EventID) {
    let words = id.words
    // The last word holds two digits and the length.
    guard words.3 & 0xFFFF_FFFF_FFFF == 26 else { return nil }
    var seen: UInt16 = 0
    let a = ULID.number(words.0, &seen)
    let b = ULID.number(words.1, &seen)
    let c = ULID.number(words.2, &seen)
    let d = Crockford.pairs[Int(words.3 >> 48)]
    guard seen | d < 1 << 10, a >> 38 == 0 else { return nil }
    self.init(high: a << 26 | b >> 14, low: b << 50 | c << 10 | UInt64(d))
  }

  /// The 40 bits of eight digits; bits above the tenth are seen if one is none.
  @inline(__always)
  private static func number(_ bytes: UInt64, _ seen: inout UInt16) -> UInt64 {
    var number: UInt64 = 0
    for shift: UInt64 in [48, 32, 16, 0] {
      let pair = Crockford.pairs[Int(bytes >> shift & 0xFFFF)]
      seen |= pair
      number = number << 10 | UInt64(pair)
    }
    return number
  }
}
