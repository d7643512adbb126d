package import TerminalUI

/// What a person can choose.
package struct Settings: Sendable {
  package var timeFormat: TimeFormat = .local
  package var isNewestFirst = false
  package var glyphs: GlyphSet
  package var theme: Theme
  /// The theme that fits the terminal.
  package let standardTheme: Theme
  package var keymap = Keymap()
  /// How far the local clock is ahead of UTC at a moment, in minutes.
  package var offsetMinutes: @Sendable (Int64) -> Int

  package init(
    glyphs: GlyphSet = .unicode, theme: Theme = .mono,
    offsetMinutes: @escaping @Sendable (Int64) -> Int = { _ in 0 }
  ) {
    self.glyphs = glyphs
    self.theme = theme
    standardTheme = theme
    self.offsetMinutes = offsetMinutes
  }

  /// The offset for a moment, 0 where UTC is shown.
  func offset(at milliseconds: Int64) -> Int {
    timeFormat == .utc ? 0 : offsetMinutes(milliseconds)
  }
}
