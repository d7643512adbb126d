package import TerminalUI

/// One line of a payload, as it shows.
package struct PayloadLine: Sendable, Hashable {
  /// How deep it stands in the tree; 0 for the value itself.
  package let depth: Int
  /// Whether it can be folded, and is.
  package let isFolded: Bool?
  /// The name or the index, filled to the width of its siblings.
  package let key: DisplayText
  package let value: DisplayText
}
