package import TerminalUI

/// How things look; nothing is meant by colour alone.
package struct Theme: Sendable, Hashable {
  package var border: Style
  package var focusedBorder: Style
  package var cursor: Style
  /// The chosen row of a pane without the focus.
  package var quietCursor: Style
  package var heading: Style
  package var time: Style
  package var type: Style
  package var id: Style
  package var key: Style
  package var problem: Style
  package var live: Style
  package var dim: Style
  /// What is searched for.
  package var match: Style

  /// Bold, dim and reverse only.
  package static let mono = Theme(
    border: .dim, focusedBorder: .bold, cursor: .reverse, quietCursor: .bold, heading: .bold,
    time: .plain, type: .plain, id: .dim, key: .plain, problem: .bold, live: .bold, dim: .dim,
    match: Style(attributes: [.bold, .underline]))

  /// The user's own 16 colours, so that it fits light and dark backgrounds.
  package static let colors = Theme(
    border: .dim, focusedBorder: Style(foreground: .palette(6), attributes: .bold),
    cursor: .reverse, quietCursor: .bold, heading: .bold, time: .plain,
    type: Style(foreground: .palette(6)), id: .dim, key: Style(foreground: .palette(4)),
    problem: Style(foreground: .palette(1), attributes: .bold),
    live: Style(foreground: .palette(2), attributes: .bold), dim: .dim,
    match: Style(foreground: .palette(0), background: .palette(3)))

  /// The look for a number of colours.
  package static func standard(for depth: ColorDepth) -> Theme {
    depth == .mono ? .mono : .colors
  }
}
