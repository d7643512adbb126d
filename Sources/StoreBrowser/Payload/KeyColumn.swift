internal import TerminalUI

/// The column in which the keys of values beside each other stand.
struct KeyColumn {
  /// The keys that it is made wider for are no longer than this.
  private static let longestKey = 40

  /// What the keys would take with a gap, wherever it is.
  let columns: Int

  /// Without a key: what holds everything stands by itself.
  static let none = KeyColumn(columns: 0)

  /// As wide as the longest of some keys, with a gap.
  static func fitting(_ keys: some Sequence<DisplayText>) -> KeyColumn {
    KeyColumn(columns: min(keys.map(\.width).max() ?? 0, longestKey) + 3)
  }

  /// A key with at least one blank behind it, in at most half of the room.
  ///
  /// A longer one takes what its value leaves; it is cut where the value would be lost, unless lines wrap.
  func text(_ key: DisplayText, valueColumns: Int, room: Int, isWrapping: Bool = false)
    -> DisplayText
  {
    guard columns > 0 else { return key }
    let column = min(columns, max(4, room / 2))
    let text =
      isWrapping ? key : key.truncated(to: max(column - 1, room - 1 - valueColumns))
    return text.padded(to: max(column, text.width + 1))
  }
}
