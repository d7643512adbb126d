/// Makes ULIDs that rise: within a millisecond each is the successor of the one before.
package struct ULIDSequence: Sendable {
  package private(set) var last: ULID?
  private let entropy: @Sendable () -> (UInt16, UInt64)

  package init(entropy: @escaping @Sendable () -> (UInt16, UInt64) = SystemEntropy.randomBits) {
    self.entropy = entropy
  }

  /// What comes next is above this one.
  package mutating func raise(to ulid: ULID) { last = ulid }

  /// A value of this millisecond; above `last` if that was of the same one.
  package mutating func next(milliseconds: UInt64) -> ULID {
    let made: ULID
    if let last, last.milliseconds == milliseconds {
      // Used up, once in 2^80: the next millisecond is borrowed.
      made = last.successor ?? ULID(milliseconds: milliseconds + 1, randomHigh: 0, randomLow: 0)
    } else {
      let (high, low) = entropy()
      made = ULID(milliseconds: milliseconds, randomHigh: high, randomLow: low)
    }
    last = made
    return made
  }
}
