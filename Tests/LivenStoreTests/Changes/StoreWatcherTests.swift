import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Watching a store")
struct StoreWatcherTests {
  @Test("lists what is there, then tells what comes", arguments: [true, false])
  func follows(usesNotifications: Bool) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let events = try (0..<30).map { try Event(type: EventType("T\($0 % 3)"), payload: "\($0)") }
    for event in events[..<10] { try store.append(event, to: ["before-1"]) }
    let watched = Watched(store, usesNotifications: usesNotifications)
    #expect(watched.waitFor { $0.isLoaded && $0.count == 10 && $0.typedCount == 10 })
    for event in events[10..<20] { try store.append(event, to: ["before-1"]) }
    for event in events[20...] {
      try store.append(event, to: [StreamName(stringLiteral: "after-\(event.payload[0])")])
    }
    #expect(watched.waitFor { $0.count == 30 && $0.stream(named: "before-1")?.version == 20 })
    #expect(watched.waitFor { $0.streams(in: "after").map(\.version).reduce(0, +) == 10 })
    watched.end()
    let catalog = watched.catalog.withLock { $0 }
    #expect(catalog.order.map { catalog.id(at: Int($0)) } == events.map(\.id))
    #expect(catalog.typeSummaries.map(\.count) == [10, 10, 10])
    #expect(catalog.streams(of: 0) == ["before-1"])
    #expect(catalog.problems.isEmpty)
    let appended = watched.changes.withLock { changes in
      changes.count { if case .appended = $0 { true } else { false } }
    }
    #expect(appended == 20)
  }

  @Test("a file that is written in two steps is told once, when it is whole")
  func slowWriter() throws {
    let folder = try TemporaryStore()
    let watched = Watched(try folder.open(), usesNotifications: true)
    #expect(watched.waitFor(\.isLoaded))
    let id = "01HX7Y8K9M2N3P4Q5R6S7T8V9W"
    let text = #"{"id":"\#(id)","type":"T","payload":""}"#
    let path = folder.path + "/events/\(id).json"
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.write(contentsOf: Data(text.prefix(20).utf8))
    try file.write(contentsOf: Data(text.dropFirst(20).utf8))
    try file.close()
    #expect(watched.waitFor { $0.count == 1 })
    watched.end()
    #expect(watched.catalog.withLock { $0.problems.isEmpty })
  }

  @Test("torn files and links to nothing are problems, and no more once they are mended")
  func problems() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let late = try Event(type: "T", payload: "{}")
    try folder.write("{\"id\":", to: "events/torn.json")
    try folder.link("streams/s/\(late.id).json", to: "../../events/\(late.id).json")
    let watched = Watched(store, usesNotifications: true)
    #expect(watched.waitFor { $0.isLoaded && $0.problems.count == 2 })
    try store.append(late)
    #expect(watched.waitFor { $0.problems.count == 1 && $0.stream(named: "s")?.version == 1 })
    let mended = try Event(id: EventID(validating: "torn"), type: "Mended", payload: [])
    try folder.write(String(decoding: mended.fileBytes, as: UTF8.self), to: "events/torn.json")
    #expect(watched.waitFor { $0.problems.isEmpty && $0.count(of: "Mended") == 1 })
    watched.end()
  }

  @Test("a store that is moved away is said to be gone")
  func gone() throws {
    let folder = try TemporaryStore()
    let watched = Watched(try folder.open(), usesNotifications: true)
    #expect(watched.waitFor(\.isLoaded))
    try FileManager.default.moveItem(atPath: folder.path, toPath: folder.path + "-moved")
    #expect(
      Deadline.waitFor {
        watched.changes.withLock { changes in
          changes.contains { if case .storeGone = $0 { true } else { false } }
        }
      })
    watched.end()
  }

  @Test("who asks has everything compared, and is told how much was missed")
  func refresh() throws {
    let watched = Watched(try TemporaryStore().open(), usesNotifications: true)
    #expect(watched.waitFor(\.isLoaded))
    watched.refresh.set()
    #expect(
      Deadline.waitFor {
        watched.changes.withLock { changes in
          changes.contains { if case .compared(missedCount: 0) = $0 { true } else { false } }
        }
      })
  }

  @Test("a burst of 3,000 events arrives whole")
  func burst() throws {
    let store = try TemporaryStore().open()
    let watched = Watched(store, usesNotifications: true)
    #expect(watched.waitFor(\.isLoaded))
    for index in 0..<3_000 { try store.append(try Event(type: "T", payload: "\(index)")) }
    #expect(watched.waitFor { $0.count == 3_000 && $0.typedCount == 3_000 })
    watched.end()
  }

  @Test("a stream's folder that is removed and put back with another link is listed anew")
  func putBack() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let events = try (0..<2).map { try Event(type: "T", payload: "\($0)") }
    try store.append(events[0], to: ["s-1"])
    try store.append(events[1])
    let watched = Watched(try folder.open(), usesNotifications: true)
    #expect(watched.waitFor { $0.isLoaded && $0.stream(named: "s-1")?.version == 1 })
    try FileManager.default.removeItem(atPath: folder.path + "/streams/s-1")
    try folder.link("aside/\(events[1].id).json", to: "../../events/\(events[1].id).json")
    try FileManager.default.moveItem(
      atPath: folder.path + "/aside", toPath: folder.path + "/streams/s-1")
    #expect(watched.waitFor { $0.stream(named: "s-1")?.version == 2 })
    watched.end()
  }

  @Test("nothing is missed that comes while the store is listed", arguments: [true, false])
  func meanwhile(usesNotifications: Bool) throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let names = (0..<12).map { StreamName(stringLiteral: "order-\($0)") }
    for name in names { try store.append(try Event(type: "First", payload: "{}"), to: [name]) }
    try FileManager.default.removeItem(atPath: folder.path + "/.livenstore")
    let writer = try folder.open()
    let written = Monitor(0)
    BackgroundThread.start(name: "writer") {
      for index in 0..<400 {
        let name = index % 20 < 19 ? names[index % 12] : StreamName(stringLiteral: "new-\(index)")
        _ = try? writer.append(try Event(type: "Meanwhile", payload: "\(index)"), to: [name])
        written.withLock { $0 += 1 }
      }
    }
    // Four begin while the writer is at work; how fast it goes beside them does not make them more.
    let watched = try (0..<4).map { quarter in
      written.wait { $0 >= quarter * 100 ? () : nil }
      return Watched(try folder.open(), usesNotifications: usesNotifications)
    }
    for one in watched {
      #expect(one.waitFor { $0.count == 412 && $0.count(of: "Meanwhile") == 400 })
      #expect(one.waitFor { $0.streams.map(\.version).reduce(0, +) == 412 })
      #expect(one.waitFor(\.problems.isEmpty))
      one.end()
    }
  }
}
