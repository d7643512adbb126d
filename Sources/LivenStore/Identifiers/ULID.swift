/// A 128-bit identifier that sorts by the time at which it was made.
///
/// ```
///  0                   16                  32                  48                  64
///  |            Unix time in milliseconds, 48 bits             |  random, high 16  |
///  |                            random, low 64 bits                                |
/// ```
/// Its text is 26 digits of Crockford's base 32 and sorts as the number does.
/// Source: the ULID specification, github.com/ulid/spec.
public struct ULID: Sendable, Hashable, Comparable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Puts together the value of a moment and 80 random bits.
  ///
  /// - Parameters:
  ///   - milliseconds: Unix time; 48 bits of it are kept.
  ///   - randomHigh: the upper 16 random bits.
  ///   - randomLow: the lower 64 random bits.
  public init(milliseconds: UInt64, randomHigh: UInt16, randomLow: UInt64) {
    high = milliseconds << 16 | UInt64(randomHigh)
    low = randomLow
  }

  /// The Unix time in milliseconds.
  public var milliseconds: UInt64 { high >> 16 }

  /// The next value of the same millisecond; `nil` when its 80 random bits are used up.
  public var successor: ULID? { successor(distance: 1) }

  /// The value of the same millisecond that is so far above this one, at least by one; `nil` when its 80 random
  /// bits are used up.
  func successor(distance: UInt64) -> ULID? {
    let (sum, isOver) = low.addingReportingOverflow(max(1, distance))
    if !isOver { return ULID(high: high, low: sum) }
    return high & 0xFFFF == 0xFFFF ? nil : ULID(high: high + 1, low: sum)
  }

  /// Orders by time, then by the random part.
  public static func < (left: ULID, right: ULID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
