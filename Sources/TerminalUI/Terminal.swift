/// A screen and a keyboard.
///
/// One thread uses it; only its ``wakeSource`` is for all.
package protocol Terminal: AnyObject {
  var size: Size { get }
  var colorDepth: ColorDepth { get }
  /// How bright the background is, if the terminal tells.
  var background: Background? { get }
  /// Whether characters beyond ASCII are shown.
  var isUnicode: Bool { get }
  var wakeSource: any WakeSource { get }

  /// Shows a screen, with the hardware cursor at a place or hidden.
  func present(_ grid: CellGrid, cursor: Point?)

  /// Waits for input and returns all that has come; nothing after the time-out, for ever without one.
  func nextInput(timeoutMilliseconds: Int?) -> [InputEvent]

  /// Gives the terminal back to the shell and stops the process until it is continued.
  func suspend()

  /// Gives the terminal to a command of the shell, with an argument `$1`, until it ends; returns its exit
  /// status as a shell gives it.
  func run(_ command: String, argument: String) -> Int32

  /// Puts what base 64 stands for on the clipboard of the person's terminal, near or far (OSC 52 of
  /// xterm's control sequences); a terminal that cannot, ignores it.
  func copy(_ base64: String)

  /// Has the terminal report clicks and the wheel, or not.
  func useMouse(_ isOn: Bool)

  /// Forgets what the screen shows, so that the next ``present(_:cursor:)`` repairs it.
  func redraw()
}
