import Foundation
import LivenStoreTestSupport
import Testing

extension TerminalTests {
  /// A program that shows what it was given: `body` is a script of the shell, `$copy` the path of the copy.
  private func program(_ folder: TemporaryStore, _ body: String) throws -> String {
    let path = folder.path + "-program"
    try "#!/bin/sh\ncopy=\"$1\"\nhere='\(folder.path)'\n\(body)\n".write(
      toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    return path
  }

  private func noted(_ folder: TemporaryStore, _ name: String) throws -> String {
    try String(contentsOfFile: folder.path + "-" + name, encoding: .utf8)
  }

  @Test("v gives a copy to the person's program, which leaves nothing behind")
  func editor() throws {
    let folder = try makeStore(events: 5)
    let body = """
      cat "$copy" > "$here-copy"; stat -c %a "$copy" "$(dirname "$copy")" > "$here-rights"
      dirname "$copy" > "$here-folder"; : > "$(dirname "$copy")/.backup~"; stty -g > "$here-modes"
      printf '\\033[?1049h\\033[2J\\033[H\\033[?25l\\033[?1003h\\033[31mreading'; stty raw -echo
      until [ -e "$here-done" ]; do sleep 0.05; done
      """
    let terminal = try Tmux()
    let program = try program(folder, body)
    start(terminal, folder, environment: "VISUAL='\(program)' EDITOR=false")
    #expect(terminal.waitFor("row 5 of 5"))
    terminal.press("k", "v")
    #expect(terminal.waitFor("reading"), "\(terminal.screen)")
    // What comes meanwhile is not lost.
    for number in 1...3 {
      let outcome = try Livenstore.run("append", folder.path, "--type", "Later\(number)", "{}")
      #expect(outcome.status == 0)
    }
    terminal.resize(width: 100, height: 30)
    #expect(FileManager.default.createFile(atPath: folder.path + "-done", contents: nil))
    #expect(terminal.waitFor("row 4 of 8"), "\(terminal.screen)")
    #expect(terminal.waitFor("4 Live"))
    terminal.press("4", "z")
    #expect(terminal.waitFor("Later1"))
    #expect(terminal.waitFor("Later3"))
    #expect(!terminal.screen.contains("reading") && !terminal.usesMouse)
    #expect(terminal.screen.split(separator: "\n").first?.count ?? 0 > 90)
    let copy = try noted(folder, "copy")
    #expect(
      copy.contains("  \"type\": \"Counted\",\n") && copy.contains("    \"n\": 3\n"), "\(copy)")
    #expect(copy.contains("  \"streams\": [\n    \"counter-1\"\n  ],\n"))
    #expect(try noted(folder, "rights") == "400\n700\n")
    let place = try noted(folder, "folder").trimmingCharacters(in: .newlines)
    #expect(!FileManager.default.fileExists(atPath: place))
    #expect(try noted(folder, "modes") == noted(folder, "before"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test(
    "a program that fails is told in a sentence",
    arguments: [
      ("EDITOR=false", "'false' ended with status 1."),
      ("VISUAL='' EDITOR='' PAGER=/no/such", "'/no/such' cannot be run: set VISUAL"),
      ("EDITOR='kill -9 $$; :'", "was ended by signal 9."),
    ])
  func failingEditor(environment: String, sentence: String) throws {
    let folder = try makeStore(events: 2)
    let terminal = try Tmux(width: 100)
    start(terminal, folder, environment: environment)
    #expect(terminal.waitFor("row 2 of 2"))
    terminal.press("v")
    #expect(terminal.waitFor(sentence), "\(terminal.screen)")
    terminal.press("k")
    #expect(terminal.waitFor("row 1 of 2"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }

  @Test("^C ends the program, not the browser; ^Z stops both, and without a choice it is a pager")
  func signalsInEditor() throws {
    let folder = try makeStore(events: 2)
    let terminal = try Tmux(width: 200)
    let program = try program(
      folder, "trap \"echo 'a''gain'\" CONT; echo 'wait'ing; while :; do sleep 0.1; done")
    start(terminal, folder, environment: "EDITOR='\(program)'")
    #expect(terminal.waitFor("row 2 of 2"))
    terminal.press("v")
    #expect(terminal.waitFor("waiting"))
    terminal.press("C-z")
    #expect(terminal.waitFor("ready$"))
    terminal.type("fg\n")
    #expect(terminal.waitFor("again"), "\(terminal.screen)")
    terminal.press("C-c")
    #expect(terminal.waitFor("was ended by signal 2."), "\(terminal.screen)")
    terminal.press("Q")
    #expect(Deadline.waitFor { !terminal.isAlternate })
    start(terminal, folder, environment: "LESS=")
    #expect(terminal.waitFor("row 2 of 2"))
    terminal.press("v")
    #expect(terminal.waitFor("\"payload\": {"), "\(terminal.screen)")
    terminal.press("q")
    #expect(terminal.waitFor("row 2 of 2"))
    terminal.press("Q")
    try expectRestored(terminal, folder, status: 0)
  }
}
