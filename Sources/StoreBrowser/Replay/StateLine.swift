package import TerminalUI

/// One line of a state, as it shows.
package struct StateLine: Sendable {
  /// What the event did to the value.
  package enum Mark: Sendable, Hashable {
    case same
    case added
    case removed
    case changed
  }

  package let mark: Mark
  /// How deep it stands; 0 for the whole.
  package let depth: Int
  /// Where the value stands, as `jq` writes it.
  package let path: String
  /// Whether it can be folded, and is.
  package let isFolded: Bool?
  /// The name or the index, filled to the width of its siblings.
  package let key: DisplayText
  package let value: DisplayText
}
