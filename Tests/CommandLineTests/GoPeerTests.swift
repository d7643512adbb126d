import Foundation
import LivenStoreTestSupport
import Testing

@Suite(
  "The Go peer reads what we write, and we read what it writes", .enabled(if: GoPeer.isAvailable))
struct GoPeerTests {
  @Test("1,000 events of the peer, exported and imported, give an equal dump")
  func theirsThroughOurs() throws {
    let peer = try #require(GoPeer.shared)
    let (theirs, ours) = (try TemporaryStore().path, try TemporaryStore().path)
    #expect(try peer.run("gen", "-indent", theirs, "1000", "40", "7").status == 0)
    let exported = try Livenstore.run("export", theirs)
    #expect(exported.status == 0, "\(exported.errors)")
    #expect(try Livenstore.run("import", ours, input: exported.output).status == 0)
    let dump = try peer.run("dump", ours)
    #expect(dump.status == 0, "\(dump.errors)")
    #expect(dump.output == (try peer.run("dump", theirs).output))
    #expect(dump.output.split(separator: "\n").count == 1_000)
  }

  @Test("a store of ours passes the peer's checks")
  func ours() throws {
    let peer = try #require(GoPeer.shared)
    let store = try TemporaryStore().path
    #expect(try Livenstore.run("demo", store, "--rate", "50000", "--count", "500").status == 0)
    let dump = try peer.run("dump", store)
    #expect(dump.status == 0, "\(dump.errors)")
    #expect(dump.output.split(separator: "\n").count == 500)
  }

  @Test("what the peer writes while the browser is open appears in it")
  func live() throws {
    let peer = try #require(GoPeer.shared)
    let folder = try TemporaryStore()
    #expect(try peer.run("gen", folder.path, "20", "3", "1").status == 0)
    let terminal = try Tmux()
    terminal.type("clear; '\(Livenstore.program.path)' '\(folder.path)'\n")
    #expect(terminal.waitFor("20 events"))
    #expect(try peer.run("gen", folder.path, "50", "3", "2").status == 0)
    #expect(terminal.waitFor("70 events"), "\(terminal.screen)")
    terminal.press("Q")
    #expect(terminal.waitFor("ready$"))
  }
}
