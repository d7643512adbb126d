internal import TerminalUI

extension Theme {
  /// Bold, dim and reverse only.
  package static let mono = Theme(
    border: .dim, focusedBorder: .bold, type: .plain, id: .plain, key: .plain, problem: .bold,
    live: .bold, dim: .dim, match: Style(attributes: [.bold, .underline]))

  /// Of the person's own 16 colours the two that nearly every palette shows on white and on black.
  static let either16 = Theme(
    border: .dim, focusedBorder: .bold, type: color(5), id: .dim, key: .plain, problem: bold(1),
    live: .bold, dim: .dim, match: marked(0, on: 3))

  static let light16 = Theme(
    border: .dim, focusedBorder: bold(4), type: color(4), id: .dim, key: color(5),
    problem: bold(1), live: bold(4), dim: .dim, match: marked(0, on: 3))

  static let dark16 = Theme(
    border: .dim, focusedBorder: bold(6), type: color(6), id: .dim, key: color(3),
    problem: bold(9), live: bold(2), dim: .dim, match: marked(0, on: 3))

  /// Of the 256 colours those from 16 on, which no palette changes: half-way between white and black.
  static let either256 = Theme(
    border: color(243), focusedBorder: bold(30), type: color(30), id: color(243), key: color(63),
    problem: bold(160), live: bold(28), dim: color(243), match: marked(16, on: 214))

  static let light256 = Theme(
    border: color(243), focusedBorder: bold(24), type: color(24), id: color(241), key: color(90),
    problem: bold(124), live: bold(22), dim: color(241), match: marked(16, on: 222))

  static let dark256 = Theme(
    border: color(244), focusedBorder: bold(116), type: color(116), id: color(247),
    key: color(110), problem: bold(210), live: bold(114), dim: color(247),
    match: marked(16, on: 222))

  private static func color(_ number: UInt8) -> Style { Style(foreground: .palette(number)) }

  private static func bold(_ number: UInt8) -> Style {
    Style(foreground: .palette(number), attributes: .bold)
  }

  /// Characters on a colour of their own: both are given, so the terminal's do not matter.
  private static func marked(_ number: UInt8, on background: UInt8) -> Style {
    Style(foreground: .palette(number), background: .palette(background))
  }
}
