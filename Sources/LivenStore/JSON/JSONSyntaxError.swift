/// Where a text stops being JSON.
package struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// The byte in the line, from 1.
  package let column: Int
  /// What was expected, or what is wrong.
  package let reason: String
  /// Whether the text may go on: everything up to its end is right.
  package let isAtEnd: Bool

  package var description: String { "not JSON: line \(line), column \(column): \(reason)" }
}
