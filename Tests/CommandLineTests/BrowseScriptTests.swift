import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

/// The browser's own batch mode on real stores.
@Suite("Scripts of the browser")
struct BrowseScriptTests {
  private func run(_ script: String, on folder: TemporaryStore) throws -> Livenstore.Outcome {
    let path = folder.path + "-script"
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    return try Livenstore.run("browse", folder.path, "--script", path)
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
