import LivenStore

/// Waits for a condition, not for a time.
package enum Deadline {
  /// Asks every millisecond until the condition holds or the seconds are over; says whether it held.
  package static func waitFor(seconds: Int = 20, _ condition: () -> Bool) -> Bool {
    let end = SystemClock.monotonicNanoseconds() + UInt64(seconds) * 1_000_000_000
    while !condition() {
      if SystemClock.monotonicNanoseconds() > end { return false }
      SystemClock.sleep(milliseconds: 1)
    }
    return true
  }
}
