internal import TerminalUI

/// One line of a payload, as it shows.
struct PayloadLine: Sendable {
  /// How deep it stands in the tree; 0 for the value itself.
  let depth: Int
  /// Whether it can be folded, and is.
  let isFolded: Bool?
  /// The name or the index.
  let key: DisplayText
  /// Where the keys of its siblings stand.
  let keyColumn: KeyColumn
  let value: DisplayText

  /// The key as it stands before the value where so many columns are for both.
  func keyText(room: Int, isWrapping: Bool = false) -> DisplayText {
    keyColumn.text(key, valueColumns: value.width, room: room, isWrapping: isWrapping)
  }

  /// The whole line.
  var text: DisplayText { keyText(room: .max) + value }
}
