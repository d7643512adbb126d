internal import LivenStore
package import TerminalUI

/// What a person can choose.
package struct Settings: Sendable {
  package var timeFormat: TimeFormat = .local
  package var isNewestFirst = false
  package var usesMouse = false
  /// Whether tmux stands between: it passes on what is copied only if it is told to.
  package var isInTmux = false
  package var glyphs: GlyphSet
  /// The look; which one it is depends on the terminal.
  package var themeName = ThemeName.auto {
    didSet { theme = themeName.theme(depth: colorDepth, background: background) }
  }
  package private(set) var theme: Theme
  package var keymap = Keymap()
  /// How far the local clock is ahead of UTC at a moment, in minutes.
  package var offsetMinutes: @Sendable (Int64) -> Int
  private let colorDepth: ColorDepth
  private let background: Background?

  package init(
    glyphs: GlyphSet = .unicode, colorDepth: ColorDepth = .mono, background: Background? = nil,
    offsetMinutes: @escaping @Sendable (Int64) -> Int = { _ in 0 }
  ) {
    self.glyphs = glyphs
    self.colorDepth = colorDepth
    self.background = background
    self.offsetMinutes = offsetMinutes
    theme = themeName.theme(depth: colorDepth, background: background)
  }

  /// The look in words, for the status line.
  var themeLabel: String {
    "theme " + (themeName != .auto && colorDepth == .mono ? .mono : themeName).rawValue
  }

  /// A moment in the zone that is shown.
  func moment(_ milliseconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds, offsetMinutes: offset(at: milliseconds))
  }

  /// The offset for a moment, 0 where UTC is shown.
  func offset(at milliseconds: Int64) -> Int {
    timeFormat == .utc ? 0 : offsetMinutes(milliseconds)
  }
}
