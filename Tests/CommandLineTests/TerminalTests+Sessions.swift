import Foundation
import LivenStoreTestSupport
import Testing

extension TerminalTests {
  /// The one file that is kept for a store.
  private func sessionFile(_ folder: TemporaryStore) throws -> URL {
    let sessions = URL(fileURLWithPath: folder.path + "-state/livenstore/sessions")
    let names = try FileManager.default.contentsOfDirectory(atPath: sessions.path)
    #expect(names.count == 1, "\(names)")
    return sessions.appending(path: try #require(names.first))
  }

  private func mode(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test("where one was is found again, also after a signal", arguments: ["Q", "HUP", "TERM"])
  func session(ending: String) throws {
    let (terminal, folder) = try opened(events: 40)
    terminal.type(":stream counter-1\n")
    #expect(terminal.waitFor("store › counter-1"))
    terminal.type(":goto 17\n/\"n\":3\n")
    #expect(terminal.waitFor("2 of 11 matches"), "\(terminal.screen)")
    if ending == "Q" { terminal.press("Q") } else { try send(ending, to: folder) }
    try expectRestored(terminal, folder, status: ["Q": 0, "HUP": 129, "TERM": 143][ending] ?? 0)
    let file = try sessionFile(folder)
    #expect(try mode(file) == 0o600 && mode(file.deletingLastPathComponent()) == 0o700)
    start(terminal, folder)
    #expect(terminal.waitFor("store › counter-1"), "\(terminal.screen)")
    #expect(terminal.waitFor("row 31 of 40"), "\(terminal.screen)")
    terminal.type("/\n")
    #expect(terminal.waitFor("/\"n\":3  3 of 11 matches"), "\(terminal.screen)")
    terminal.press(":", "Up", "Up")
    #expect(terminal.waitFor(":stream counter-1"))
    terminal.press("Escape")
    #expect(terminal.waitFor("3 of 11 matches"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test("--no-session begins anew and keeps nothing")
  func noSession() throws {
    let (terminal, folder) = try opened(events: 5, arguments: "--no-session")
    terminal.press("k", "Q")
    try expectRestored(terminal, folder, status: 0)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "-state"))
  }

  @Test(
    "a damaged file is told in a sentence and replaced; one of a later version stays",
    arguments: ["{\"version\":1,", "{\"version\":9}"])
  func damagedSession(text: String) throws {
    let folder = try makeStore(events: 5)
    let terminal = try Tmux(width: 240)
    start(terminal, folder)
    #expect(terminal.waitFor("row 5 of 5"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
    let file = try sessionFile(folder)
    try Data(text.utf8).write(to: file)
    start(terminal, folder)
    let isLater = text.contains("9")
    #expect(
      terminal.waitFor(
        isLater ? "a later version kept this session" : "no session can be read from it"),
      "\(terminal.screen)")
    #expect(terminal.waitFor("5 of 5 ━"))
    terminal.press("k")
    #expect(terminal.waitFor("row 4 of 5"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(isLater ? kept == text : kept.contains("\"position\""))
  }

  @Test("two browsers on a store keep the lines of both")
  func twoSessions() throws {
    let folder = try makeStore(events: 5)
    let terminals = [try Tmux(), try Tmux()]
    for (index, terminal) in terminals.enumerated() {
      start(terminal, folder)
      #expect(terminal.waitFor("row 5 of 5"))
      terminal.type(":goto \(index + 2)\n")
      #expect(terminal.waitFor("row \(index + 2) of 5"))
    }
    for terminal in terminals {
      terminal.press("Q")
      #expect(terminal.waitFor("ended 0"))
    }
    let kept = try String(contentsOf: try sessionFile(folder), encoding: .utf8)
    #expect(kept.contains("[\"goto 2\",\"goto 3\"]"), "\(kept)")
  }
}
