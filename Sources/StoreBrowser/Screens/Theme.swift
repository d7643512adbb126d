package import TerminalUI

/// How things look; nothing is meant by colour alone, and the background stays the terminal's own.
package struct Theme: Sendable, Hashable {
  package var border: Style
  package var focusedBorder: Style
  package var cursor = Style.reverse
  /// The chosen row of a pane without the focus.
  package var quietCursor = Style.bold
  package var heading = Style.bold
  package var type: Style
  package var id: Style
  package var key: Style
  package var problem: Style
  package var live: Style
  package var dim: Style
  /// What is searched for.
  package var match: Style
}
