internal import LivenStore
internal import TerminalUI

/// A value on one line: as it is, or as it was and as it is now.
struct ChangeText: Sendable {
  private static let arrow: DisplayText = " → "

  private let old: DisplayText?
  private let new: DisplayText

  /// A value without one before it.
  init(_ text: DisplayText) { (old, new) = (nil, text) }

  init(from old: DisplayText, to new: DisplayText) { (self.old, self.new) = (old, new) }

  /// A change as its values tell it.
  init(from old: JSONValue, to new: JSONValue) {
    self.init(
      from: DisplayText(PayloadText.scalar(old)), to: DisplayText(PayloadText.scalar(new)))
  }

  /// The columns that it takes where nothing is left out.
  var width: Int { (old.map { $0.width + ChangeText.arrow.width } ?? 0) + new.width }

  /// As much as fits; of a change both values have a share of it, the new one at least half.
  func text(columns: Int) -> DisplayText {
    guard let old else { return new.truncated(to: max(0, columns)) }
    let room = max(0, columns - ChangeText.arrow.width)
    let newColumns = min(new.width, max((room + 1) / 2, room - old.width))
    return old.shortened(to: room - newColumns) + ChangeText.arrow + new.shortened(to: newColumns)
  }
}

extension DisplayText {
  /// As much as fits, most of it the start; the end too, where names and numbers differ.
  fileprivate func shortened(to limit: Int) -> DisplayText {
    guard width > limit, limit >= 8 else { return truncated(to: limit) }
    return truncatedInMiddle(to: limit, keeping: limit / 3)
  }
}
