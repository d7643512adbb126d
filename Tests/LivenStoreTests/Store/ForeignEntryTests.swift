import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("What another program left in a store's way")
struct ForeignEntryTests {
  private func event(_ number: UInt64 = 1) -> Event {
    let id = EventID(ULID(milliseconds: 1_700_000_000_000 + number, randomHigh: 0, randomLow: 1))
    return Event(id: id, type: "T", payload: [1])
  }

  @Test("a file at the place of a link refuses the append before anything is done")
  func fileForLink() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write("x", to: "streams/s-1/\(event().id).json")
    let error = #expect(throws: EventStoreError.self) { try store.append(event(), to: ["s-1"]) }
    #expect(error?.code == .corruptEvent)
    #expect(try store.eventIDs() == [])
    // The store opens, and takes everything else.
    let again = try folder.open()
    #expect(try again.append(event(2), to: ["s-2"]).isNew)
    #expect(try again.append(event(3), to: ["s-1"]).isNew)
  }

  @Test("an append that is refused fails no other one that shares its syncs")
  func groups() async throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try folder.write("x", to: "streams/file-1")
    let results = await withTaskGroup(of: (Int, Bool).self) { group in
      for number in 0..<40 {
        let event = event(UInt64(number))
        group.addTask {
          let stream = StreamName(stringLiteral: number % 4 == 0 ? "file-1" : "good-\(number)")
          do { return (number, try await store.append(event, to: [stream]).isNew) } catch {
            return (number, false)
          }
        }
      }
      return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
    }
    #expect(results.allSatisfy { $0.value == ($0.key % 4 != 0) })
  }

  @Test("an intent that cannot be completed holds up nobody")
  func stuckIntent() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    try store.append(event(1), to: ["s-1"])
    // What a process leaves that dies between its commit and its links, and a file in their way.
    let event = event(2)
    let intent = Intent(units: [Intent.Unit(streams: ["s-1"], events: [event])])
    try folder.write(Data(intent.bytes), to: ".livenstore/intents/left")
    try folder.write("x", to: "streams/s-1/\(event.id).json")
    let again = try folder.open()
    #expect(try again.append(self.event(3), to: ["s-2"]).isNew)
    #expect(try again.eventIDs(in: "s-1") == [self.event(1).id, event.id])
    try FileManager.default.removeItem(atPath: folder.path + "/streams/s-1/\(event.id).json")
    #expect(try folder.open().readStream("s-1") == [self.event(1), event])
    #expect(try folder.names(in: ".livenstore/intents") == [])
  }

  @Test("a generator goes on after an id of the far future was refused")
  func farFuture() throws {
    let generator = ULIDGenerator(clock: { 1_700_000_000_000 }, entropy: { (0, 1) })
    let future = EventID(ULID(milliseconds: 1_800_000_000_000, randomHigh: 0, randomLow: 1))
    #expect(throws: EventStoreError.self) { try generator.next(above: future) }
    #expect(try generator.next().timeMilliseconds == 1_700_000_000_000)
    let near = EventID(ULID(milliseconds: 1_700_000_030_000, randomHigh: 0, randomLow: 1))
    #expect(try generator.next(above: near) > near)
  }
}
