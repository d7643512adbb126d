internal import TerminalUI

/// One line of a state, as it shows.
struct StateLine: Sendable {
  /// What the event did to the value.
  enum Mark: Sendable, Hashable {
    case same
    case added
    case removed
    case changed
  }

  let mark: Mark
  /// How deep it stands; 0 for the whole.
  let depth: Int
  /// Where the value stands, as `jq` writes it.
  let path: String
  /// Whether it can be folded, and is.
  let isFolded: Bool?
  /// The name or the index.
  let key: DisplayText
  /// Where the keys of its siblings stand.
  let keyColumn: KeyColumn
  let value: ChangeText
}
