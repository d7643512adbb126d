import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

/// The browser's own batch mode on real stores.
@Suite("Scripts of the browser")
struct BrowseScriptTests {
  private func run(
    _ script: String, on folder: TemporaryStore, commands: [String] = []
  ) throws -> Livenstore.Outcome {
    let path = folder.path + "-script"
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    let words = commands.flatMap { ["-c", $0] } + ["--script", path]
    return try Livenstore.run(arguments: ["browse", folder.path] + words)
  }

  @Test("lines that are given run first, each as behind its prompt")
  func commands() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    for number in 0..<6 {
      try store.append(
        try Event(type: number % 2 == 0 ? "Even" : "Odd", payload: "{\"n\":\(number)}"),
        to: [number % 3 == 0 ? "s-0" : "s-1", "all"])
    }
    let outcome = try run(
      """
      wait all & type=Even
      wait 1 of 1 match
      :save-screen \(folder.path)-screen
      """, on: folder, commands: [":stream all", "&type=Even", "set order=newest", "/\"n\":2"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let screen = try String(contentsOfFile: folder.path + "-screen", encoding: .utf8)
    #expect(screen.contains("3 of 3, 3 hidden"), "\(screen)")
    let wrong = try run("wait No command :frob", on: folder, commands: ["frob"])
    #expect(wrong.status == 0, "\(wrong.errors)")
  }

  @Test("verify finds what only the files' contents tell, and lists it")
  func verify() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let event = try Event(type: "T", payload: "before")
    try store.append(event, to: ["s-1"])
    try store.append(try Event(type: "T", payload: "other"), to: ["s-2"])
    let changed = Event(id: event.id, type: "T", payload: Array("behind".utf8))
    try Data(changed.fileBytes).write(
      to: URL(fileURLWithPath: "\(folder.path)/events/\(event.id).json"))
    let outcome = try run(
      """
      :verify
      wait Verified 2 events: 1 problem
      <S-Tab>G<Tab>
      wait is not what was stored
      :save-screen \(folder.path)-screen
      """, on: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let screen = try String(contentsOfFile: folder.path + "-screen", encoding: .utf8)
    #expect(screen.contains("events       1 error"))
    #expect(screen.contains("events/\(event.id).json"))
  }
}
