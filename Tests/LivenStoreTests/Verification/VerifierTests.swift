import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

/// A way to spoil a store, and what `verify` must say of it.
struct Defect: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: String
  let spoil: @Sendable (TemporaryStore) throws -> Void

  init(
    _ description: String, _ code: String,
    _ spoil: @escaping @Sendable (TemporaryStore) throws -> Void
  ) {
    testDescription = description
    self.code = code
    self.spoil = spoil
  }

  static let id = "01HX7Y8K9M2N3P4Q5R6S7T8V9W"

  private static func file(_ code: String, _ what: String, _ content: String) -> Defect {
    Defect(what, code) { try $0.write(content, to: "events/\(id).json") }
  }

  private static func whole(_ members: String) -> String { "{\(members)}" }

  static let all: [Defect] = [
    file("V05", "empty file", ""),
    file("V05", "zeros", String(repeating: "\0", count: 70)),
    file("V06", "half a file", #"{"id":"\#(id)","ty"#),
    file("V06", "no JSON", "hello"),
    file("V06", "bytes behind", #"{"id":"\#(id)","type":"T","payload":""} x"#),
    file("V06", "a byte order mark", "\u{FEFF}" + #"{"id":"\#(id)","type":"T","payload":""}"#),
    file("V06", "an array", "[]"),
    file("V06", "a member twice", #"{"id":"\#(id)","type":"T","type":"U","payload":""}"#),
    file("V06", "nested too deep", String(repeating: "[", count: 1_000)),
    file(
      "V06", "a raw control character", "{\"id\":\"\(id)\",\"type\":\"T\u{1}\",\"payload\":\"\"}"),
    file("V06", "a lone surrogate", #"{"id":"\#(id)","type":"\ud800","payload":""}"#),
    file("V07", "another id", #"{"id":"01HX7Y8K9M2N3P4Q5R6S7T8V9X","type":"T","payload":""}"#),
    file("V07", "no id", #"{"type":"T","payload":""}"#),
    file("V07", "no type", #"{"id":"\#(id)","payload":""}"#),
    file("V07", "an empty type", #"{"id":"\#(id)","type":"","payload":""}"#),
    file("V07", "a number as type", #"{"id":"\#(id)","type":1,"payload":""}"#),
    file("V08", "no base 64", #"{"id":"\#(id)","type":"T","payload":"***"}"#),
    file("V08", "base 64 without padding", #"{"id":"\#(id)","type":"T","payload":"aGk"}"#),
    file("V08", "trailing bits", #"{"id":"\#(id)","type":"T","payload":"aGl="}"#),
    file("V08", "a number as payload", #"{"id":"\#(id)","type":"T","payload":1}"#),
    file("V08", "a null payload", #"{"id":"\#(id)","type":"T","payload":null}"#),
    Defect("a folder as event", "V03") { try folder($0, "events/\(id).json") },
    Defect("a FIFO as event", "V03") {
      #expect(unsafe mkfifo($0.path + "/events/\(id).json", 0o600) == 0)
    },
    Defect("a link out as event", "V03") { try $0.link("events/\(id).json", to: "/etc/passwd") },
    Defect("a link to itself as event", "V03") {
      try $0.link("events/\(id).json", to: "\(id).json")
    },
    Defect("a name that is no id", "V04") { try $0.write("{}", to: "events/a b.json") },
    Defect("a name without .json", "V04") { try $0.write("{}", to: "events/note.txt") },
    Defect("a sample id", "V04") { store in
      let sample = "01HX7Y8K9M2N3P4Q5R6S7T8U9V"
      try store.write(#"{"id":"\#(sample)","type":"T","payload":""}"#, to: "events/\(sample).json")
    },
    Defect("ids that differ in case", "V09") { store in
      for id in [id, id.lowercased()] {
        try store.write(#"{"id":"\#(id)","type":"T","payload":""}"#, to: "events/\(id).json")
      }
    },
    Defect("a time before 1990", "V10") { store in
      let early = "00AAAAAAAAAAAAAAAAAAAAAAAA"
      try store.write(#"{"id":"\#(early)","type":"T","payload":""}"#, to: "events/\(early).json")
    },
    Defect("a time to come", "V10") { store in
      let late = "7ZZZZZZZZZAAAAAAAAAAAAAAAA"
      try store.write(#"{"id":"\#(late)","type":"T","payload":""}"#, to: "events/\(late).json")
    },
    Defect("a second name", "V11") { store in
      let name = try store.names(in: "events")[0]
      try FileManager.default.linkItem(
        atPath: store.path + "/events/\(name)", toPath: store.path + "/events/.second")
    },
    Defect("a file as stream", "V12") { try $0.write("x", to: "streams/a-2") },
    Defect("a link as stream", "V12") { try $0.link("streams/a-2", to: "a-1") },
    Defect("a file as link", "V13") { try $0.write("x", to: "streams/a-1/\(id).json") },
    Defect("a link out", "V13") { try $0.link("streams/a-1/\(id).json", to: "/etc/passwd") },
    Defect("an absolute link", "V13") { store in
      let name = try store.names(in: "events")[0]
      try store.link("streams/a-2/\(name)", to: store.path + "/events/\(name)")
    },
    Defect("a link to another event", "V13") { store in
      let names = try store.names(in: "events")
      try store.link("streams/a-2/\(names[0])", to: "../../events/\(names[1])")
    },
    Defect("a dangling link", "V14") {
      try $0.link("streams/a-1/\(id).json", to: "../../events/\(id).json")
    },
    Defect("a link to a torn event", "V14") {
      try $0.write("{", to: "events/\(id).json")
      try $0.link("streams/a-1/\(id).json", to: "../../events/\(id).json")
    },
    Defect("an intent that cannot be read", "V16") {
      try $0.write("LVNINT01", to: ".livenstore/intents/x")
    },
    Defect("streams that differ in case", "V18") { try folder($0, "streams/A-1") },
    Defect("streams that differ in normal form", "V18") { store in
      try folder(store, "streams/caf\u{E9}")
      try folder(store, "streams/cafe\u{301}")
    },
    Defect("a stream with a direction override", "V19") { try folder($0, "streams/a\u{202E}b") },
    Defect("a changed event", "V20") { store in
      let name = try store.names(in: "events")[0]
      let text = try store.contents(of: "events/\(name)").replacing("eA==", with: "eQ==")
      try store.write(text, to: "events/\(name)")
    },
    Defect("a missing event", "V20") { store in
      let name = try store.names(in: "events")[2]
      try FileManager.default.removeItem(atPath: store.path + "/events/\(name)")
    },
    Defect("a missing link", "V20") { store in
      let name = try store.names(in: "streams/a-1")[0]
      try FileManager.default.removeItem(atPath: store.path + "/streams/a-1/\(name)")
    },
    Defect("a damaged ledger", "V20") { try $0.write("junk", to: ".livenstore/ledger") },
  ]

  private static func folder(_ store: TemporaryStore, _ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: store.path + "/" + name, withIntermediateDirectories: true)
  }
}

@Suite("verify and repair")
struct VerifierTests {
  private static func healthy(events: Int = 3) throws -> TemporaryStore {
    let folder = try TemporaryStore()
    let store = try JSONEventStore(at: folder.path, options: .init(durability: .buffered))
    for number in 0..<events {
      try store.append(
        Event(type: "Made", payload: Array("x".utf8)), to: number == 2 ? [] : ["a-1"])
    }
    return folder
  }

  private static func findings(_ folder: TemporaryStore) throws -> [VerificationFinding] {
    let found = Monitor<[VerificationFinding]>([])
    var verifier = StoreVerifier(try JSONEventStore(opening: folder.path)) { finding in
      found.withLock { $0.append(finding) }
    }
    try verifier.run()
    return found.withLock { $0 }
  }

  @Test("there are at least forty defects") func count() { #expect(Defect.all.count >= 40) }

  @Test("a defect is found, and repaired without loss of an event", arguments: Defect.all)
  func defect(_ defect: Defect) throws {
    let folder = try Self.healthy()
    #expect(try Self.findings(folder).allSatisfy { $0.level == .info })
    try defect.spoil(folder)
    let before = try Self.events(folder)
    let found = try Self.findings(folder)
    #expect(
      found.contains { $0.code == defect.code && $0.level > .info }, "\(found.map(\.code))")
    try StoreRepairer(JSONEventStore(opening: folder.path)).apply(found)
    let after = try Self.findings(folder).filter { $0.level == .error }
    // What no repair can decide is left to a person.
    let isLeft = ["V09"].contains(defect.code) || defect.testDescription == "a changed event"
    #expect(after.isEmpty || isLeft, "\(after)")
    #expect(try Self.events(folder) == before)
  }

  @Test(
    "a link in the place of a folder of our own is found, and neither followed nor replaced",
    arguments: [".livenstore", ".livenstore/intents"])
  func linkedFolder(_ name: String) throws {
    let folder = try Self.healthy()
    let aside = folder.path + "-aside"
    try FileManager.default.moveItem(atPath: "\(folder.path)/\(name)", toPath: aside)
    try folder.link(name, to: aside)
    let found = try Self.findings(folder)
    #expect(found.contains { $0.code == "V01" && $0.subject == name && $0.level == .error })
    #expect {
      try JSONEventStore(at: folder.path)
    } throws: { "\($0)".contains("\(name): cannot") && "\($0)".contains("or a link") }
    let store = try JSONEventStore(opening: folder.path)
    #expect(throws: EventStoreError.self) { try StoreRepairer(store).apply(found) }
    #expect(try Self.events(folder).count == 3)
  }

  private static func events(_ folder: TemporaryStore) throws -> [Event] {
    let store = try JSONEventStore(opening: folder.path)
    return try store.eventIDs().compactMap { try? store.read($0) }
  }

  @Test("healthy stores have no findings", arguments: 0..<20)
  func healthyStores(_ seed: Int) throws {
    let folder = try TemporaryStore()
    let store = try JSONEventStore(at: folder.path, options: .init(durability: .buffered))
    for unit in CommitWorkload.random(seed: UInt64(seed), count: 10) {
      try store.append(unit.events, to: unit.streams, expecting: .any)
    }
    #expect(try Self.findings(folder).filter { $0.level > .info }.isEmpty)
  }

  @Test("every prefix of an event's file, every zero tail and every flipped bit is found")
  func damage() throws {
    let folder = try Self.healthy(events: 1)
    let name = try #require(try folder.names(in: "events").first)
    let whole = Array(try folder.contents(of: "events/\(name)").utf8)
    var damaged = (0..<whole.count).map { Array(whole.prefix($0)) }
    damaged += (1..<whole.count).map { count in
      whole.dropLast(count) + [UInt8](repeating: 0, count: count)
    }
    damaged += (0..<whole.count * 8).map { bit in
      var bytes = whole
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      return bytes
    }
    for bytes in damaged where bytes != whole {
      try folder.write(Data(bytes), to: "events/\(name)")
      #expect(try Self.findings(folder).contains { $0.level == .error }, "\(bytes)")
    }
  }
}
