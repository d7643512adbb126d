/// Makes ULIDs that rise: within a millisecond each is the successor of the one before.
///
/// Behind one that was made elsewhere comes not its successor but one that is up to 2^60 above it: whoever
/// else saw the same one goes on from there in the same millisecond.
package struct ULIDSequence: Sendable {
  package private(set) var last: ULID?
  private var isLastOurs = true
  private let entropy: @Sendable () -> (UInt16, UInt64)

  package init(entropy: @escaping @Sendable () -> (UInt16, UInt64) = SystemEntropy.randomBits) {
    self.entropy = entropy
  }

  /// What comes next is above this one.
  package mutating func raise(to ulid: ULID) {
    isLastOurs = isLastOurs && last == ulid
    last = ulid
  }

  /// A value of this millisecond; above `last` if that was of the same one.
  package mutating func next(milliseconds: UInt64) -> ULID {
    let made: ULID
    if let last, last.milliseconds == milliseconds {
      // Used up, once in 2^80, or 2^20 among others: the next millisecond is borrowed.
      made = successor(of: last) ?? random(milliseconds: milliseconds + 1)
    } else {
      made = random(milliseconds: milliseconds)
    }
    (last, isLastOurs) = (made, true)
    return made
  }

  private func successor(of ulid: ULID) -> ULID? {
    isLastOurs ? ulid.successor : ulid.successor(distance: entropy().1 >> 4)
  }

  private func random(milliseconds: UInt64) -> ULID {
    let (high, low) = entropy()
    return ULID(milliseconds: milliseconds, randomHigh: high, randomLow: low)
  }
}
