/// When the next screen may be drawn for what others write: a few at once, so that an event that comes now and
/// then is seen at once, and at most 29 in any second.
struct FramePace {
  private static let frameNanoseconds: UInt64 = 40_000_000
  private static let burstFrames: UInt64 = 4

  /// Up to when the frames that were drawn last for (the generic cell rate algorithm, ITU-T I.371).
  private var spent: UInt64 = 0

  /// Takes in that a screen was drawn.
  mutating func note(_ now: UInt64) {
    let bound = now + FramePace.burstFrames * FramePace.frameNanoseconds
    spent = min(max(spent, now) + FramePace.frameNanoseconds, bound)
  }

  /// How long the next one has to wait.
  func wait(_ now: UInt64) -> UInt64 {
    let due = now + (FramePace.burstFrames - 1) * FramePace.frameNanoseconds
    return spent > due ? spent - due : 0
  }
}
