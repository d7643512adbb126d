/// Why there is no terminal to draw on, in one sentence.
package struct TerminalError: Error, Sendable, CustomStringConvertible {
  package let description: String

  static func notATerminal(_ name: String) -> TerminalError {
    TerminalError(
      description: "\(name) is not a terminal: give commands with --script, or see --help")
  }

  static func unknown(_ term: String) -> TerminalError {
    TerminalError(
      description: "this system does not know the terminal '\(term)': try TERM=xterm-256color")
  }

  static func tooPlain(_ term: String) -> TerminalError {
    TerminalError(
      description: "the terminal '\(term)' cannot place its cursor: try TERM=xterm-256color")
  }
}
