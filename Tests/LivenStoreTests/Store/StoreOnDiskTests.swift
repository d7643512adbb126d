import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("A store on disk")
struct StoreOnDiskTests {
  private let id = "01HX7Y8K9M2N3P4Q5R6S7T8V9W"

  @Test("an event is one line of JSON, a link its relative path, both the owner's alone")
  func layout() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let event = Event(
      id: try EventID(validating: id), type: "UserCreated",
      payload: Array(#"{"name": "John"}"#.utf8))
    try store.append(event, to: ["users"])
    #expect(
      try folder.contents(of: "events/\(id).json")
        == #"{"id":"\#(id)","type":"UserCreated","payload":"eyJuYW1lIjogIkpvaG4ifQ=="}"#)
    let link = folder.path + "/streams/users/\(id).json"
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link) == "../../events/\(id).json")
    let modes = try ["events", "streams/users", "events/\(id).json"].map { name in
      try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions]
        as? Int
    }
    #expect(modes == [0o700, 0o700, 0o600])
    #expect(try folder.names(in: "events") == ["\(id).json"])
  }

  @Test(
    "reads what other writers of JSON make",
    arguments: [
      "{\n  \"id\": \"ID\",\n  \"type\": \"T\",\n  \"payload\": \"aGk=\"\n}\n",
      #"{"payload":"aGk=","type":"T","id":"ID"}"#,
      #"{"id":"ID","type":"\u0054","payload":"a\u0047k="}"#,
      #"{"id":"ID","type":"T","payload":"aGk=","meta":{"x":[1]}}"#,
      #" {"kind":"x","id":"ID","type":"T","payload":"a\u0047\u006b\u003d"} "#,
    ])
  func otherForms(text: String) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write(text.replacing("ID", with: id), to: "events/\(id).json")
    let event = try store.read(try EventID(validating: id))
    #expect(event.type == "T")
    #expect(event.payload == Array("hi".utf8))
  }

  @Test(
    "null and no payload are no bytes",
    arguments: [#"{"id":"ID","type":"T","payload":null}"#, #"{"id":"ID","type":"T"}"#])
  func noPayload(text: String) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write(text.replacing("ID", with: id), to: "events/\(id).json")
    #expect(try store.read(try EventID(validating: id)).payload == [])
  }

  @Test(
    "a bad file is refused with a sentence that names it",
    arguments: [
      ("", "is empty"), ("{", "not JSON: line 1, column 2"), ("[]", "is not a JSON object"),
      (#"{"type":"T"}"#, "has no id"), (#"{"id":"ID"}"#, "has no type"),
      (#"{"id":"ID","type":"T","payload":"aGk"}"#, "payload is not base64 (character 4)"),
      (#"{"id":"ID","type":"T","payload":"a*k="}"#, "payload is not base64 (character 2)"),
      (#"{"id":"01HX7Y8K9M2N3P4Q5R6S7T8V9X","type":"T","payload":""}"#, "file name says"),
      (String(repeating: "[", count: 100_000), "not JSON"),
    ])
  func badFiles(text: String, sentence: String) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write(text.replacing("ID", with: id), to: "events/\(id).json")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
      ofItemAtPath: folder.path + "/events/\(id).json")
    let error = #expect(throws: EventStoreError.self) {
      try store.read(try EventID(validating: id))
    }
    #expect(error?.code == .corruptEvent)
    #expect(error?.message.contains("events/\(id).json: \(sentence)") == true, "\(error)")
  }

  @Test("a file that another program is still writing is not called corrupt", arguments: ["", "{"])
  func unfinished(text: String) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write(text, to: "events/\(id).json")
    let error = #expect(throws: EventStoreError.self) {
      try store.read(try EventID(validating: id))
    }
    #expect(error?.code == .unavailable)
  }

  @Test("a FIFO, a folder, a link and a huge file among the events stop nothing")
  func otherKinds() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let names = ["fifo", "folder", "link", "huge"]
    let isMade = unsafe mkfifo(folder.path + "/events/fifo.json", 0o600) == 0
    #expect(isMade)
    try folder.write("", to: "events/folder.json/inside")
    try folder.link("events/link.json", to: "../../../../etc/passwd")
    try folder.write("x", to: "events/huge.json")
    let isGrown = unsafe truncate(folder.path + "/events/huge.json", 65 << 20) == 0
    #expect(isGrown)
    for name in names {
      #expect(throws: EventStoreError.self) { try store.read(try EventID(validating: name)) }
    }
    let found = Monitor<[CatalogChange]>([])
    let stop = StopFlag()
    let watcher = StoreWatcher(store)
    BackgroundThread.start(name: "watcher") {
      try? watcher.run(stop: stop) { changes in found.withLock { $0 += changes } }
    }
    #expect(Deadline.waitFor { found.withLock { $0.contains(where: \.isLoaded) } })
    stop.set()
    var catalog = StoreCatalog()
    for change in found.withLock({ $0 }) { catalog.apply(change) }
    #expect(catalog.problems.map(\.subject).sorted() == names.map { "events/\($0).json" }.sorted())
  }

  @Test("a folder that everybody may write to is read, and written to only when it is trusted")
  func trust() throws {
    let folder = try TemporaryStore()
    let event = try Event(type: "T", payload: "{}")
    try folder.open().append(event)
    let isOpened = unsafe chmod(folder.path, 0o777) == 0
    #expect(isOpened)
    let store = try JSONEventStore(opening: folder.path)
    #expect(try store.read(event.id) == event)
    let error = #expect(throws: EventStoreError.self) {
      try store.append(Event(type: "T", payload: "{}"))
    }
    #expect(error?.code == .permissionDenied)
    #expect(throws: EventStoreError.self) { try JSONEventStore(at: folder.path) }
    let trusting = try JSONEventStore(at: folder.path, options: .init(trustsFolder: true))
    #expect(try trusting.append(Event(type: "T", payload: "{}")).isNew)
  }

  @Test("a link that leads elsewhere is neither followed nor taken for the event's")
  func foreignLink() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let event = try Event(type: "T", payload: "{}")
    try store.append(event)
    try folder.link("streams/odd/\(event.id).json", to: "/etc/passwd")
    #expect(throws: EventStoreError.self) { try store.link(event.id, to: "odd") }
    #expect(try store.readStream("odd") == [event])
  }

  @Test("a stream's folder that was removed is made again")
  func removedStream() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let events = try (0..<2).map { try Event(type: "T", payload: "\($0)") }
    for event in events { try store.append(event) }
    try store.link(events[0].id, to: "s")
    try FileManager.default.removeItem(atPath: folder.path + "/streams/s")
    #expect(try store.link(events[1].id, to: "s"))
    #expect(try store.readStream("s") == [events[1]])
  }

  @Test("what is no store is refused with one sentence, and nothing is made there")
  func notAStore() throws {
    let folder = try TemporaryStore()
    try folder.write("text", to: "file")
    for (path, sentence) in [
      ("nowhere", "no such folder"), ("file", "a file, not a folder"),
      ("", "no events/ folder here"),
    ] {
      do {
        _ = try JSONEventStore(opening: folder.path + "/" + path)
        Issue.record("was opened")
      } catch {
        #expect(error.message.contains(sentence), "\(error)")
      }
    }
    #expect(throws: EventStoreError.self) { try JSONEventStore(at: folder.path + "/file") }
    #expect(try folder.names(in: "") == ["file"])
  }

  @Test(
    "stream names that would leave the folder are none",
    arguments: ["", ".", "..", ".hidden", "a/b", "a\0b", String(repeating: "x", count: 256)])
  func streamNames(text: String) {
    #expect(StreamName(text) == nil)
  }

  @Test("many threads append at once: everything is there, each stale version is refused")
  func manyThreads() throws {
    let store = try TemporaryStore().open()
    let refused = Monitor(0)
    let done = Monitor(0)
    for thread in 0..<8 {
      BackgroundThread.start(name: "writer \(thread)") {
        for _ in 0..<25 {
          while true {
            do {
              let version = try store.streams().first { $0.name == "shared-1" }?.version ?? 0
              try store.append(
                try Event(type: "T", payload: "\(thread)"), to: ["shared-1"],
                expecting: .exactly(version))
              break
            } catch {
              refused.withLock { $0 += 1 }
            }
          }
        }
        done.withLock { $0 += 1 }
      }
    }
    #expect(Deadline.waitFor(seconds: 60) { done.withLock { $0 } == 8 })
    #expect(try store.readStream("shared-1").count == 200)
  }
}
