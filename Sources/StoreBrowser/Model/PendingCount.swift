/// A number typed before a key, as in `37G`.
///
/// `1`–`4` choose a pane at once; if more digits or `G` follow, the number counts and the pane that
/// had the focus has it again.
struct PendingCount: Sendable {
  private(set) var digits = ""
  private(set) var focusBefore: Pane?

  var value: Int? { Int(digits) }

  mutating func add(_ digit: Unicode.Scalar, focus: Pane) {
    if digits.isEmpty { focusBefore = focus }
    // Nine digits are more rows than any store has, and never overflow.
    if digits.count < 9 { digits.unicodeScalars.append(digit) }
  }

  /// Whether the number counts for a command: `3j` and `3G` move in pane 3, `12j` moves twelve rows; where
  /// there are no panes to choose each number counts.
  func counts(for command: BrowserCommand, hasPanes: Bool) -> Bool {
    guard let value, PendingCount.counted.contains(command) else { return false }
    return value > Pane.allCases.count || !hasPanes
  }

  /// The commands that a number counts for.
  private static let counted: Set<BrowserCommand> = [
    .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .nextEvent,
    .previousEvent,
  ]
}
