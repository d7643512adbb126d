import LivenStore
import TerminalUI

/// Collects output and writes it in large pieces.
struct OutputBuffer {
  private var bytes: [UInt8] = []

  init() {}

  /// Adds a line of text, made safe for a terminal.
  mutating func line(_ text: String) {
    bytes.append(contentsOf: TextSanitizer.sanitized(text).utf8)
    endLine()
  }

  /// Adds a JSON value as a line; strings in it hold no raw control characters.
  mutating func line(_ value: JSONValue) {
    let start = bytes.count
    JSONWriter.append(value, to: &bytes)
    if StandardStream.output.isTerminal {
      // Escapes keep controls out, but not bidirectional and invisible characters.
      let safe = TextSanitizer.sanitized(utf8: bytes[start...])
      bytes.replaceSubrange(start..., with: safe.utf8)
    }
    endLine()
  }

  private mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    if bytes.count > 64 << 10 { flush() }
  }

  mutating func flush() {
    guard !bytes.isEmpty else { return }
    StandardStream.output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
