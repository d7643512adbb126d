package import TerminalUI

/// How a terminal is opened.
package struct TerminalOptions: Sendable {
  /// The most colours to use; `nil` for what the terminal has.
  package var maximumColors: ColorDepth?

  package init(maximumColors: ColorDepth? = nil) { self.maximumColors = maximumColors }
}
