import LivenStoreTestSupport
import Testing

extension TerminalTests {
  /// Reports of a terminal as xterm writes them, from column and row 1 on.
  private func click(_ terminal: Tmux, column: Int, row: Int) {
    terminal.type("\u{1B}[<0;\(column);\(row)M\u{1B}[<0;\(column);\(row)m")
  }

  @Test(
    "clicks and the wheel, on terminals of either form",
    arguments: ["tmux-256color", "xterm-256color", "screen"])
  func mouse(term: String) throws {
    let (terminal, _) = try opened(events: 40, environment: "LC_ALL=C.UTF-8 TERM=\(term)")
    // Off, its reports are swallowed.
    click(terminal, column: 40, row: 5)
    terminal.press("k")
    #expect(terminal.waitFor("row 39 of 40"))
    #expect(!terminal.usesMouse)
    terminal.press("F2")
    #expect(terminal.waitFor("Mouse on"))
    #expect(Deadline.waitFor { terminal.usesMouse })
    click(terminal, column: 40, row: 5)
    #expect(terminal.waitFor("row 33 of 40"), "\(terminal.screen)")
    terminal.type("\u{1B}[<64;40;5M")
    #expect(terminal.waitFor("28–37 of 40"), "\(terminal.screen)")
    // The older form: button, column and row from 32 on.
    terminal.type("\u{1B}[M`H%")
    #expect(terminal.waitFor("25–34 of 40"), "\(terminal.screen)")
    click(terminal, column: 40, row: 5)
    click(terminal, column: 40, row: 5)
    #expect(terminal.waitFor("┏━ 3 Payload"), "\(terminal.screen)")
    terminal.press("C-z")
    #expect(Deadline.waitFor { !terminal.isAlternate && !terminal.usesMouse })
    terminal.type("fg\n")
    #expect(Deadline.waitFor { terminal.isAlternate && terminal.usesMouse })
    terminal.press("Q")
    #expect(terminal.waitFor("ready$"))
    #expect(Deadline.waitFor { !terminal.isAlternate && !terminal.usesMouse })
  }

  @Test("Escape and a key that comes at once are two keys")
  func escape() throws {
    let (terminal, folder) = try opened(events: 5)
    terminal.type(":stream counter-1\n")
    #expect(terminal.waitFor("store › counter-1"))
    terminal.type(":x")
    #expect(terminal.waitFor(":x"))
    terminal.type("\u{1B}Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test("a paste whose end comes in two parts ends, and so does one that is broken off, by ^C")
  func paste() throws {
    let (terminal, folder) = try opened(events: 5)
    terminal.type(":a\u{1B}[200~Q b\u{1B}")
    // Each look takes a while: by then curses has taken the escape for a key of its own.
    for _ in 0..<20 { _ = terminal.screen }
    terminal.type("[201~c")
    #expect(terminal.waitFor(":aQ bc"), "\(terminal.screen)")
    terminal.type("\u{1B}[200~never ends")
    terminal.press("C-c")
    #expect(terminal.waitFor("row 5 of 5"), "\(terminal.screen)")
    // A text for the terminal that is broken off by a key.
    terminal.type("\u{1B}]0;title\u{1B}\u{1B}\u{1B}Q")
    try expectRestored(terminal, folder, status: 0)
  }
}
