/// Which ledger a position belongs to: a random value, new at each rebuild.
package struct LedgerGeneration: Sendable, Hashable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A generation that no other ledger has.
  static func random() -> LedgerGeneration {
    let (high, low) = SystemEntropy.randomBits()
    return LedgerGeneration(high: UInt64(high) << 48 ^ SystemEntropy.randomBits().1, low: low)
  }

  /// 32 hexadecimal digits.
  package var description: String {
    [high, low].map { String(repeating: "0", count: $0.leadingZeroBitCount / 4) + hex($0) }.joined()
  }

  private func hex(_ number: UInt64) -> String { number == 0 ? "" : String(number, radix: 16) }
}
