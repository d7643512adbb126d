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
}
