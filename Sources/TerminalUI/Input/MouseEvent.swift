/// What a person did with the mouse.
package struct MouseEvent: Sendable, Hashable {
  /// What it was.
  package enum Action: Sendable, Hashable {
    /// The left button went down.
    case press
    case wheelUp
    case wheelDown
  }

  package let action: Action
  package let point: Point

  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }

  /// Reads what a terminal reports: a number for the button and what is held with it, a column and a row
  /// from 1 on (xterm's control sequences, mode 1006); `nil` for a release, a drag or another button.
  package init?(button: Int, column: Int, row: Int, isRelease: Bool = false) {
    // 4, 8 and 16 are Shift, Meta and Control; 32 is motion.
    guard !isRelease, button & 32 == 0, column > 0, row > 0 else { return nil }
    let point = Point(x: column - 1, y: row - 1)
    switch button & ~28 {
    case 0: self.init(.press, at: point)
    case 64: self.init(.wheelUp, at: point)
    case 65: self.init(.wheelDown, at: point)
    default: return nil
    }
  }
}
