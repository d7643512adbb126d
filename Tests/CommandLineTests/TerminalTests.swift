import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The browser on a real terminal", .serialized)
struct TerminalTests {
  func makeStore(events: Int) throws -> TemporaryStore {
    let folder = try TemporaryStore()
    let store = try folder.open()
    for index in 0..<events {
      try store.append(try Event(type: "Counted", payload: "{\"n\":\(index)}"), to: ["counter-1"])
    }
    return folder
  }

  /// What the person who runs the tests has set must not show, nor be changed: their home and colours.
  private func environment(_ folder: TemporaryStore) -> String {
    "env -u NO_COLOR -u COLORFGBG -u VISUAL -u EDITOR -u PAGER XDG_STATE_HOME=\(folder.path)-state"
      + " XDG_CONFIG_HOME=\(folder.path)-config SWIFT_BACKTRACE=enable=no"
  }

  /// Starts the browser in a shell that notes the terminal's modes before and after.
  func start(
    _ terminal: Tmux, _ folder: TemporaryStore, environment: String = "", arguments: String = ""
  ) {
    let program = Livenstore.program.path
    let command =
      "echo $$ > \(folder.path)-process; exec '\(program)' browse '\(folder.path)' \(arguments)"
    terminal.type("clear; rm -f \(folder.path)-after; stty -g > \(folder.path)-before\n")
    terminal.type(
      "\(self.environment(folder)) \(environment) sh -c \"\(command.replacing("$", with: "\\$"))\"; echo ended $?;"
        + " stty -g > \(folder.path)-after\n")
  }

  /// A browser on a store of so many events, once it shows them.
  func opened(
    events: Int, environment: String = "", arguments: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> (terminal: Tmux, folder: TemporaryStore) {
    let folder = try makeStore(events: events)
    let terminal = try Tmux()
    start(terminal, folder, environment: environment, arguments: arguments)
    #expect(
      terminal.waitFor("row \(events) of \(events)"), "\(terminal.screen)",
      sourceLocation: sourceLocation)
    return (terminal, folder)
  }

  func expectRestored(_ terminal: Tmux, _ folder: TemporaryStore, status: Int) throws {
    #expect(terminal.waitFor("ended \(status)"), "\(terminal.screen)")
    #expect(!terminal.isAlternate)
    #expect(terminal.showsCursor)
    // The shell makes the file before stty writes into it.
    let isWritten = Deadline.waitFor {
      (try? String(contentsOfFile: folder.path + "-after", encoding: .utf8))?.hasSuffix("\n")
        == true
    }
    #expect(isWritten)
    let modes = try ["-before", "-after"].map {
      try String(contentsOfFile: folder.path + $0, encoding: .utf8)
    }
    #expect(modes[0] == modes[1])
  }

  /// Sends a signal to the browser that runs on a store.
  func send(_ signal: String, to folder: TemporaryStore) throws {
    let process = try String(contentsOfFile: folder.path + "-process", encoding: .utf8)
    let command = "kill -\(signal) \(process.trimmingCharacters(in: .newlines))"
    #expect(try Livenstore.run(URL(fileURLWithPath: "/bin/sh"), ["-c", command]).status == 0)
  }

  @Test("starts, moves, zooms, is resized, quits, and gives the terminal back")
  func quit() throws {
    let (terminal, folder) = try opened(events: 40)
    #expect(terminal.isAlternate)
    terminal.press("k", "k", "Enter", "z")
    #expect(terminal.waitFor("zoomed"))
    #expect(terminal.waitFor("n   37"))
    terminal.resize(width: 140, height: 40)
    #expect(Deadline.waitFor { terminal.screen.split(separator: "\n").first?.count ?? 0 > 130 })
    terminal.resize(width: 30, height: 8)
    #expect(terminal.waitFor("30×8 is too small"))
    terminal.resize(width: 80, height: 24)
    #expect(terminal.waitFor("zoomed"))
    terminal.press("Escape")
    #expect(terminal.waitFor("3 Payload │ 4 Live"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test("^Z gives the terminal back and fg draws everything again")
  func suspend() throws {
    let (terminal, _) = try opened(events: 5)
    terminal.press("C-z")
    #expect(Deadline.waitFor { !terminal.isAlternate })
    terminal.type("fg\n")
    #expect(Deadline.waitFor { terminal.isAlternate })
    #expect(terminal.waitFor("row 5 of 5"))
    terminal.press("C-c")
    #expect(terminal.waitFor("ready$"))
    #expect(!terminal.isAlternate)
  }

  @Test("a terminal that is resized while the browser is stopped is filled when it goes on")
  func resizedWhileStopped() throws {
    let (terminal, _) = try opened(events: 5)
    let columns = terminal.lastRowColumns
    terminal.press("C-z")
    #expect(Deadline.waitFor { !terminal.isAlternate })
    terminal.resize(width: 100, height: 30)
    terminal.type("fg\n")
    #expect(Deadline.waitFor { terminal.lastRowColumns == columns + 20 }, "\(terminal.screen)")
    #expect(terminal.waitFor("row 5 of 5"))
    terminal.press("Q")
    #expect(terminal.waitFor("ready$"))
    #expect(!terminal.isAlternate)
  }

  @Test(
    "signals and traps give the terminal back",
    arguments: [("TERM", 143), ("HUP", 129), ("SEGV", 139), ("ABRT", 134), ("ILL", 132)])
  func signals(name: String, status: Int) throws {
    let (terminal, folder) = try opened(events: 5)
    try send(name, to: folder)
    try expectRestored(terminal, folder, status: status)
  }

  @Test("shows what other processes append, and pauses when moved up")
  func live() throws {
    let folder = try makeStore(events: 3)
    let terminal = try Tmux()
    start(terminal, folder)
    #expect(terminal.waitFor("3 events"))
    terminal.press("4", "z")
    #expect(terminal.waitFor("following"))
    for number in 1...3 {
      #expect(
        try Livenstore.run(
          "append", folder.path, "--type", "Sold\(number)", "--stream", "shop-1", "{}"
        ).status == 0)
      #expect(terminal.waitFor("Sold\(number)"))
    }
    terminal.press("k")
    #expect(terminal.waitFor("paused"))
    _ = try Livenstore.run("append", folder.path, "--type", "Later", "{}")
    #expect(terminal.waitFor("1 new"))
    terminal.press("G")
    #expect(Deadline.waitFor { !terminal.screen.contains("paused") })
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test(
    "no colour, no Unicode, plain terminals",
    arguments: [
      ("NO_COLOR=1", "┏━ 2 Events"), ("LC_ALL=C", "#= 2 Events"), ("TERM=vt100", "2 Events"),
      ("TERM=xterm", "┏━ 2 Events"),
      ("LINES=7 COLUMNS=20", "┏━ 2 Events"),
    ])
  func environments(environment: String, text: String) throws {
    let folder = try makeStore(events: 5)
    let terminal = try Tmux()
    let locale = environment.contains("LC_ALL") ? "" : "LC_ALL=C.UTF-8 "
    start(terminal, folder, environment: locale + environment)
    #expect(terminal.waitFor("row 5 of 5"), "\(terminal.screen)")
    #expect(terminal.screen.contains(text), "\(terminal.screen)")
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test(
    "a terminal that cannot do it gets a sentence",
    arguments: [
      ("TERM=nonsense", "does not know the terminal 'nonsense'"),
      ("TERM=dumb", "cannot place its cursor"),
    ])
  func refused(environment: String, sentence: String) throws {
    let folder = try makeStore(events: 1)
    let terminal = try Tmux(width: 120)
    start(terminal, folder, environment: environment)
    try expectRestored(terminal, folder, status: 1)
    #expect(terminal.screen.contains(sentence))
  }

  @Test("names and payloads with escape sequences leave the terminal as it is")
  func hostile() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let payload = "{\"a\":\"\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\"}\u{1B}[2J"
    let event = try Event(type: "\u{1B}[31mred\u{1B}c", payload: payload)
    let stream: StreamName = "\u{1B}[2J\u{9B}31mx"
    // No writer of ours makes such a stream; another program may.
    try folder.make(stream: stream)
    try store.append(event, to: [stream])
    let terminal = try Tmux()
    start(terminal, folder)
    #expect(terminal.waitFor("row 1 of 1"))
    #expect(terminal.screen.contains("␛[31mred␛c"))
    terminal.press("Enter", "z")
    #expect(terminal.waitFor("zoomed"))
    terminal.press("a")
    #expect(terminal.waitFor("line 1 of"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }
}
