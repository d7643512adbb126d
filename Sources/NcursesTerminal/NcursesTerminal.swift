internal import CNcurses
internal import CSystem
package import TerminalUI

/// The user's terminal, through ncurses; one thread uses it.
///
/// It is given back after the body of ``withTerminal(options:_:)``, and by the guard in `CSystem` after
/// a trap, a signal or `exit`.
package final class NcursesTerminal: Terminal {
  package private(set) var size: Size
  package let colorDepth: ColorDepth
  package let background: Background?
  package let isUnicode: Bool
  let pipe = WakePipe()
  let signals: Int32
  var pairs: ColorPairs
  var shown: CellGrid?
  var pasted: [Unicode.Scalar]?
  /// What was read and comes again, the last first.
  var unread: [(kind: Int32, value: UInt32)] = []
  private var isOpen = true
  private var usesMouse = false

  package var wakeSource: any WakeSource { pipe }

  /// Opens the terminal for the time of `body`.
  package static func withTerminal<Result>(
    options: TerminalOptions = TerminalOptions(), _ body: (NcursesTerminal) throws -> Result
  ) throws -> Result {
    let terminal = try NcursesTerminal(options: options)
    defer { terminal.close() }
    return try body(terminal)
  }

  private init(options: TerminalOptions) throws(TerminalError) {
    if terminal_is_terminal(0) == 0 { throw .notATerminal("standard input") }
    if terminal_is_terminal(1) == 0 { throw .notATerminal("standard output") }
    isUnicode = cn_set_locale() != 0
    let term = environment("TERM") ?? ""
    terminal_guard_arm()
    guard cn_open(nil) != 0 else {
      terminal_guard_disarm()
      throw .unknown(term)
    }
    guard cn_can_move() != 0 else {
      cn_leave()
      terminal_guard_disarm()
      throw .tooPlain(term)
    }
    cn_prepare()
    colorDepth = NcursesTerminal.depth(options)
    let hasDefaultColors = colorDepth == .mono || cn_use_default_colors() != 0
    background = NcursesTerminal.background(hasDefaultColors: hasDefaultColors)
    pairs = ColorPairs(depth: colorDepth, hasDefaultColors: hasDefaultColors)
    signals = terminal_signals_open()
    size = Size(width: max(1, Int(cn_width())), height: max(1, Int(cn_height())))
    enter()
  }

  private static func depth(_ options: TerminalOptions) -> ColorDepth {
    let isPlain = !(environment("NO_COLOR") ?? "").isEmpty
    if isPlain || options.maximumColors == .mono { return .mono }
    let count = cn_start_color()
    if count >= 256 && options.maximumColors != .colors16 { return .colors256 }
    return count >= 8 ? .colors16 : .mono
  }

  /// What the terminal put into the environment; where it has no colours of its own, curses draws on black.
  private static func background(hasDefaultColors: Bool) -> Background? {
    if !hasDefaultColors { return .dark }
    return environment("COLORFGBG").flatMap { Background(colorFGBG: $0) }
  }

  /// Gives the terminal back; a second call does nothing.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    terminal_signals_close()
    terminal_guard_disarm()
  }

  /// Asks the terminal for more than curses does: pastes in brackets, the mouse in its modern form.
  private func enter() {
    unsafe cn_write("\u{1b}[?2004h" + (usesMouse ? "\u{1b}[?1000h\u{1b}[?1006h" : ""))
  }

  private func leave() {
    unsafe cn_write("\u{1b}[?2004l\u{1b}[?1006l\u{1b}[?1000l")
    cn_leave()
  }

  package func useMouse(_ isOn: Bool) {
    usesMouse = isOn
    unsafe cn_write(isOn ? "\u{1b}[?1000h\u{1b}[?1006h" : "\u{1b}[?1006l\u{1b}[?1000l")
  }

  package func suspend() {
    leave()
    terminal_stop()
    comeBack()
  }

  package func run(_ command: String, argument: String) -> Int32 {
    leave()
    let status = unsafe terminal_run(command, argument)
    // Whatever the program has left on: looks, mouse, pastes, an invisible cursor, keys in another form.
    unsafe cn_write(
      "\u{1b}[0m\u{1b}[?1000l\u{1b}[?1002l\u{1b}[?1003l\u{1b}[?1006l\u{1b}[?2004l\u{1b}[?25h\u{1b}[?1l\u{1b}>"
    )
    comeBack()
    return status
  }

  private func comeBack() {
    cn_return()
    enter()
    takeSize()
    shown = nil
  }

  package func copy(_ base64: String) {
    precondition(base64.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "base 64 is printable")
    unsafe cn_write("\u{1b}]52;c;" + base64 + "\u{07}")
  }

  package func redraw() {
    cn_forget()
    shown = nil
  }

  /// Asks for the size; true if it has changed.
  @discardableResult
  func takeSize() -> Bool {
    var width: Int32 = 0
    var height: Int32 = 0
    guard unsafe terminal_size(&width, &height) != 0 else { return false }
    let now = Size(width: Int(width), height: Int(height))
    guard now != size else { return false }
    cn_resize(height, width)
    size = now
    shown = nil
    return true
  }
}

/// A variable of the environment.
private func environment(_ name: String) -> String? {
  guard let value = unsafe terminal_environment(name) else { return nil }
  return unsafe String(cString: value)
}
