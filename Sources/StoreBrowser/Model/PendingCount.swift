/// A number typed before a key, as in `37G`.
///
/// `1`–`4` choose a pane at once, one after the other; where the number counts all the same, as with another
/// digit or before `G`, the pane that had the focus has it again.
struct PendingCount: Sendable {
  private(set) var digits = ""
  private(set) var focusBefore: Pane?

  var value: Int? { Int(digits) }

  mutating func add(_ digit: Unicode.Scalar, focus: Pane) {
    if digits.isEmpty { focusBefore = focus }
    // Nine digits are more rows than any store has, and never overflow.
    if digits.count < 9 { digits.unicodeScalars.append(digit) }
  }

  /// The pane that the last digit chooses; `nil` once the digits can only be a number.
  var pane: Pane? {
    let panes = digits.unicodeScalars.map { Pane(rawValue: Int($0.value) - 48) }
    return panes.contains { $0 == nil || $0 == .replay } ? nil : panes.last ?? nil
  }

  /// Whether the number counts for a command: `3j` and `3G` move in pane 3, `34j` in pane 4; `34G` and `34g`
  /// go to row 34 and `10j` moves ten rows; where there are no panes to choose each number counts.
  func counts(for command: BrowserCommand, hasPanes: Bool) -> Bool {
    guard let value, PendingCount.counted.contains(command) else { return false }
    let goesToRow = command == .first || command == .last
    return !hasPanes || pane == nil || goesToRow && value > Pane.allCases.count
  }

  /// The commands that a number counts for.
  private static let counted: Set<BrowserCommand> = [
    .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last, .nextEvent,
    .previousEvent,
  ]
}
