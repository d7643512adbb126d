import TerminalUI

/// A line that is safe on a terminal.
struct OutputLine {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ text: String) {
    bytes = Array(TextSanitizer.sanitized(text).utf8) + [UInt8(ascii: "\n")]
  }
}
