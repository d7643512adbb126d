import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Stores of other writers")
struct FixtureStoreTests {
  private struct DumpLine: Decodable {
    let id: String
    let type: String
    let streams: [String]?
  }

  @Test("the seed's README: its sample event, typed in, is listed and read")
  func seedStore() throws {
    let store = try JSONEventStore(opening: Fixtures.path("SeedStore"))
    let id = try EventID(validating: "01HX7Y8K9M2N3P4Q5R6S7T8U9V")
    let event = try store.read(id)
    #expect(event.type == "UserCreated")
    #expect(event.payload == Array(#"{"name": "John"}"#.utf8))
    #expect(
      try store.readStream("users").map(\.id.description).last == "01HX7Y8K9M2N3P4Q5R6S7T8U9W")
    #expect(try store.readStream("orders") == [event])
    #expect(try store.streams(of: id) == ["orders", "users"])
  }

  @Test("a Go program's users, named *main.UserCreated and so on, become a Swift User")
  func goUsers() async throws {
    let store = try JSONEventStore(opening: Fixtures.path("GoUsers/store"))
    let users = AggregateRepository<User>(store: store)
    #expect(try await users.history("001").map(\.type.name).first == "*main.UserCreated")
    let user = try await users.load("001")
    #expect(user.version == 3 && user.skippedCount == 0)
    #expect(user.id == "001" && user.username == #"john_smith <&> "Zürich""# && !user.active)
    #expect(try await users.load("001", at: .version(1)).username == "john_doe")
    #expect(try await users.timeline("001").blame(".active").map(\.version) == [1, 3])
  }

  @Test("a store of the Go peer: ids, types and streams are what its dump says")
  func goStore() throws {
    let store = try JSONEventStore(opening: Fixtures.path("GoStore"))
    let dump = try String(contentsOfFile: Fixtures.path("GoStore.dump.jsonl"), encoding: .utf8)
    let lines = try dump.split(separator: "\n").map {
      try JSONDecoder().decode(DumpLine.self, from: Data($0.utf8))
    }
    #expect(lines.count == 300)
    #expect(try store.eventIDs().map(\.description) == lines.map(\.id))
    for line in lines {
      let id = try EventID(validating: line.id)
      #expect(try store.read(id).type.name == line.type)
      #expect(try store.streams(of: id).map(\.description) == line.streams ?? [])
    }
  }

  @Test("writing the Go peer's events again gives its files to the byte")
  func sameBytes() throws {
    let theirs = try JSONEventStore(opening: Fixtures.path("GoStore"))
    let folder = try TemporaryStore()
    let ours = try folder.open()
    for id in try theirs.eventIDs() {
      try ours.append(try theirs.read(id))
      let written = try folder.contents(of: "events/\(id).json")
      let read = try String(contentsOfFile: theirs.path + "/events/\(id).json", encoding: .utf8)
      #expect(written == read)
    }
  }
}
