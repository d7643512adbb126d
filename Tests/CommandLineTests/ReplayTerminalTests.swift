import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The replay on a real terminal", .serialized)
struct ReplayTerminalTests {
  private static let goUsers = Fixtures.path("GoUsers/store")

  @Test("the example app replays what a Go program wrote, by its own handlers")
  func app() throws {
    let folder = try TemporaryStore()
    let parent = URL(fileURLWithPath: folder.path).deletingLastPathComponent()
    let app = try ExampleApp(in: parent)
    let terminal = try Tmux(width: 140, height: 40)
    terminal.type("LC_ALL=C.UTF-8 '\(app.program.path)' '\(Self.goUsers)'; echo ended $?\n")
    #expect(terminal.waitFor("3 events"), "\(terminal.screen)")
    terminal.type("1:stream user-001\nr")
    #expect(terminal.waitFor("user-001 › replay as User"), "\(terminal.screen)")
    #expect(terminal.waitFor("\"User requested deletion\""), "\(terminal.screen)")
    terminal.type("h")
    #expect(terminal.waitFor("State after 2"))
    #expect(
      terminal.waitFor("\"john_doe\" → \"john_smith <&> \\\"Zürich\\\"\""), "\(terminal.screen)")
    terminal.type(":pin .username\n")
    #expect(terminal.waitFor("History of .username"))
    #expect(terminal.waitFor("2 changes"))
    terminal.type(":whatif UserRenamed {\"new_username\":\"\"}\n")
    #expect(terminal.waitFor("username cannot be empty"), "\(terminal.screen)")
    terminal.type("Q")
    #expect(terminal.waitFor("ended 0"))
  }

  @Test("the example's package names this library and its browser")
  func package() throws {
    let manifest = try ExampleApp.manifest()
    for text in [#""LivenStore""#, #""LivenStoreBrowser""#, #""shop-browser""#] {
      #expect(manifest.contains(text))
    }
  }

  @Test("a replay follows its stream, plays, and ^C ends a long way")
  func follow() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    for index in 1...3 {
      try store.append(try Event(type: "Counted", payload: "{\"n\":\(index)}"), to: ["counter-1"])
    }
    let terminal = try Tmux(width: 100)
    let program = Livenstore.program.path
    terminal.type(
      "LC_ALL=C.UTF-8 '\(program)' browse '\(folder.path)' --replay counter-1; echo ended $?\n")
    #expect(terminal.waitFor("event 3 of 3"), "\(terminal.screen)")
    for index in 4...6 {
      try store.append(try Event(type: "Counted", payload: "{\"n\":\(index)}"), to: ["counter-1"])
      #expect(terminal.waitFor("event \(index) of \(index)"), "\(terminal.screen)")
      #expect(terminal.waitFor("\(index - 1) → \(index)"), "\(terminal.screen)")
    }
    terminal.type("g")
    #expect(terminal.waitFor("event 1 of 6"))
    terminal.type("++++ ")
    #expect(terminal.waitFor("event 6 of 6"), "\(terminal.screen)")
    terminal.press("Escape")
    #expect(terminal.waitFor("2 Events"))
    terminal.type(":asof 2\n")
    #expect(terminal.waitFor("as of position 2"), "\(terminal.screen)")
    #expect(terminal.waitFor("later, Esc is now"))
    terminal.type("Q")
    #expect(terminal.waitFor("ended 0"))
  }

  @Test("a reducer makes the states of a Go program's user, and a dead one is a sentence")
  func reducer() throws {
    let terminal = try Tmux(width: 100)
    let program = Livenstore.program.path
    let reducer = "jq --unbuffered -nc 'foreach inputs as $e ({}; . + $e.payload)'"
    let config = URL(fileURLWithPath: try TemporaryStore().path).deletingLastPathComponent()
      .appending(path: "config")
    try Data("reducer user = \(reducer)\nset theme=mono\n".utf8).write(to: config)
    terminal.type(
      "LC_ALL=C.UTF-8 '\(program)' browse '\(Self.goUsers)' --config '\(config.path)' --replay user-001\n"
    )
    #expect(terminal.waitFor("replay by jq"), "\(terminal.screen)")
    #expect(terminal.waitFor("\"User requested deletion\""), "\(terminal.screen)")
    terminal.type("h")
    #expect(terminal.waitFor("new_username"), "\(terminal.screen)")
    terminal.type(":reducer user = exit 3\n:replay user\n")
    #expect(terminal.waitFor("The reducer 'exit 3' ended with status 3"), "\(terminal.screen)")
    terminal.type(":replay merge\n")
    #expect(terminal.waitFor("Merged fields after"), "\(terminal.screen)")
    terminal.type("Q")
    #expect(terminal.waitFor("ready$"))
  }
}
