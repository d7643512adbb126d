import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The commands")
struct CommandTests {
  private let id = "01HX7Y8K9M2N3P4Q5R6S7T8V9W"

  private func path() throws -> String { try TemporaryStore().path }

  @Test("append, read, link, streams, events")
  func roundTrip() throws {
    let store = try path()
    let appended = try Livenstore.run(
      "append", store, "--type", "OrderPlaced", "--stream", "order-1", #"{"total": 59.9}"#)
    #expect(appended.status == 0, "\(appended.errors)")
    let id = appended.output.trimmingCharacters(in: .newlines)
    #expect(try Livenstore.run("read", store, id, "--payload").output == #"{"total": 59.9}"#)
    #expect(try Livenstore.run("link", store, id, "payments").status == 0)
    #expect(
      try Livenstore.run("streams", store, "--of", id, "--json").output.contains(
        #""name":"payments","category":"payments","version":1"#))
    #expect(
      try Livenstore.run("events", store, "--json").output.contains(
        #""streams":["order-1","payments"],"payload":{"total":59.9}}"#))
    #expect(
      try Livenstore.run("export", store).output.contains(
        #""streams":["order-1","payments"],"payload_base64":"eyJ0b3RhbCI6IDU5Ljl9""#))
    let stale = try Livenstore.run(
      "append", store, "--type", "T", "--stream", "order-1", "--expect", "none", "{}")
    #expect(stale.status == 1)
    #expect(
      stale.errors == "livenstore: 'order-1' is at version 1, not at no stream: load it again.\n")
  }

  @Test("import mints ids of the given time, export and import give the same store")
  func exportImport() throws {
    let lines = """
      {"id":"\(id)","type":"A \\"b\\"","streams":["s-1","t"],"payload":{"b":1.50,"a":[null]}}
      {"type":"B","time":"2024-04-23T10:30:59.700Z","payload_base64":"AP8="}
      {"type":"C","time":"2024-04-23T10:30:59.700Z"}
      """
    let (first, second) = (try path(), try path())
    let imported = try Livenstore.run("import", first, input: lines)
    #expect(imported.errors == "Imported 3 events, 2 links.\n")
    #expect(
      try Livenstore.run("import", first, input: lines.split(separator: "\n")[0] + "\n").errors
        .contains("1 were there"))
    let exported = try Livenstore.run("export", first)
    #expect(exported.output.split(separator: "\n").count == 3)
    #expect(try Livenstore.run("import", second, input: exported.output).status == 0)
    #expect(try Livenstore.run("export", second).output == exported.output)
    #expect(exported.output.contains(#""type":"B","streams":[],"payload_base64":"AP8=""#))
  }

  @Test(
    "a line that is wrong is refused with its number",
    arguments: [
      ("{", "line 1: not JSON: column 2"), ("[]", "line 1: not a JSON object"),
      ("{\"id\":\"x\"}", "line 1: no \"type\""),
      ("\n{\"type\":\"T\",\"time\":\"noon\"}", "line 2: its \"time\" is no time"),
      (
        "{\"type\":\"T\",\"streams\":[\"../x\"]}",
        "line 1: The stream name '../x' starts with a dot"
      ),
      (
        "{\"type\":\"T\",\"payload_base64\":\"*\"}", "line 1: its \"payload_base64\" is not base 64"
      ),
    ])
  func wrongLines(input: String, sentence: String) throws {
    let outcome = try Livenstore.run("import", try path(), input: input)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  @Test(
    "bad input gets one sentence, and nothing is created",
    arguments: [
      (["events", "STORE"], "no such folder"), (["read", "STORE", "x"], "no such folder"),
      (["link", "STORE", "x", "y"], "no such folder"),
      (["export", "STORE"], "no such folder"), (["tail", "STORE"], "no such folder"),
      (["browse", "STORE"], "no such folder"),
      (["events", "/dev/null"], "a file, not a folder"),
      (["events", "/"], "no events/ folder here"),
    ])
  func noStore(arguments: [String], sentence: String) throws {
    let store = try path()
    let arguments = arguments.map { $0 == "STORE" ? store : $0 }
    let outcome = try Livenstore.run(arguments: arguments)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("livenstore: "))
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["fly", "a", "b"], ["append"], ["events", "--last", "x"],
      ["append", "s", "--type", "T", "--expect", "soon"],
      ["append", "s", "--type", "T", "--expect", "1", "{}"],
      ["append", "s", "--type", "T", "--stream=", "{}"], ["append", "s", "--type=", "T"],
      ["demo", "s", "--rate", "1e-300", "--count", "1"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try Livenstore.run(arguments: arguments).status == 64)
  }

  @Test(
    "events behind a position, an id or a time; what is none of them is refused",
    arguments: [
      ("0", 1), ("2024-04-23T10:30:59Z", 1), ("2024-04-24", 0), ("2024-04-23", 2),
      ("01HX7Y8K9M2N3P4Q5R6S7T8V9W", 0), ("nosuchid", nil), ("99999999999999999999999", nil),
    ])
  func after(text: String, count: Int?) throws {
    let store = try path()
    let lines = """
      {"type":"A","time":"2024-04-23T10:30:58Z"}
      {"type":"B","time":"2024-04-23T10:31:00Z"}
      """
    #expect(try Livenstore.run("import", store, input: lines).status == 0)
    let outcome = try Livenstore.run("events", store, "--after", text)
    #expect(outcome.status == (count == nil ? 1 : 0))
    #expect(outcome.output.split(separator: "\n").count == count ?? 0)
    #expect(outcome.errors.contains("--after takes") == (count == nil))
  }

  @Test("a line of megabytes is imported, one without an end from a device is refused")
  func longLines() throws {
    let store = try path()
    let long = String(repeating: "x", count: 8 << 20)
    let lines = #"{"type":"Long","payload":"\#(long)"}"# + "\n" + #"{"type":"Short"}"#
    #expect(
      try Livenstore.run("import", store, input: lines).errors == "Imported 2 events, 0 links.\n")
    let endless = try Livenstore.run("import", store, "/dev/zero")
    #expect(endless.errors.contains("A line is over 100 MiB."), "\(endless.errors)")
  }

  @Test("tail prints an event with all streams that its append puts it into")
  func tailStreams() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = Livenstore.program
    process.arguments = ["tail", folder.path, "--from", "start", "--json"]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    // Children of a test run have SIGTERM blocked.
    defer { kill(process.processIdentifier, SIGKILL) }
    func lines(_ count: Int) throws -> [Substring] {
      let deadline = ContinuousClock.now + .seconds(30)
      while true {
        let lines = try String(decoding: Data(contentsOf: output), as: UTF8.self)
          .split(separator: "\n")
        if lines.count >= count || ContinuousClock.now > deadline { return lines }
        usleep(2_000)
      }
    }
    for number in 1...100 {
      try store.append(Event(type: "T", payload: []), to: ["s-1", "s-2", "s-3"])
      if number == 1 { #expect(try lines(1).count == 1) }
    }
    let printed = try lines(100)
    #expect(printed.count == 100)
    let partial = printed.filter { !$0.contains(#""streams":["s-1","s-2","s-3"]"#) }
    #expect(partial.isEmpty)
  }

  @Test("output that cannot be written is told of in a sentence")
  func fullOutput() throws {
    let folder = try TemporaryStore()
    try folder.open().append(try Event(type: "T", payload: "x"))
    let process = Process()
    process.executableURL = Livenstore.program
    process.arguments = ["events", folder.path]
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(text == "livenstore: cannot write the output: No space left on device.\n")
  }

  @Test("names that hold escape sequences come out harmless")
  func hostileNames() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    let event = try Event(type: "\u{1B}]0;owned\u{7}\u{202E}", payload: "\u{1B}[31m\u{9B}2J")
    let stream: StreamName = "\u{1B}[2Jx\u{85}"
    // No writer of ours makes such a stream; another program may.
    try folder.make(stream: stream)
    try store.append(event, to: [stream])
    for arguments in [
      ["events", folder.path], ["streams", folder.path], ["read", folder.path, "\(event.id)"],
      ["read", folder.path, "\u{1B}[2J"],
    ] {
      let outcome = try Livenstore.run(arguments: arguments)
      for scalar in (outcome.output + outcome.errors).unicodeScalars where scalar != "\n" {
        #expect(
          scalar.properties.generalCategory != .control
            && scalar.properties.generalCategory != .format)
      }
    }
  }

  @Test("the browser runs a script and saves screens")
  func script() throws {
    let folder = try TemporaryStore()
    let store = try folder.open()
    for index in 0..<30 {
      try store.append(try Event(type: "Counted", payload: "{\"n\":\(index)}"), to: ["counter-1"])
    }
    let screen = folder.path + "-screen.txt"
    let lines =
      "# tour\nwait 30 events\n1jjj<Enter>\n3\nwait counter-1\n:save-screen \(screen)\n:quit\n"
    try lines.write(toFile: folder.path + "-script", atomically: true, encoding: .utf8)
    let outcome = try Livenstore.run(
      "browse", folder.path, "--script", folder.path + "-script", "--size", "100x30")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try String(contentsOfFile: screen, encoding: .utf8)
    #expect(text.contains("n   29"))
    #expect(text.split(separator: "\n").count == 30)
  }

  @Test(
    "what payloads hold is found when they are read, and again in memory",
    arguments: ["0", "1", "256"])
  func payloadCache(mebibytes: String) throws {
    let folder = try TemporaryStore()
    let store = try JSONEventStore(at: folder.path, options: .init(durability: .buffered))
    // 2 MB: more than the smallest budget has room for, and more than one part of a scan.
    let filling = String(repeating: "x", count: 700)
    let events = try (0..<3_000).map { number in
      try Event(type: "Counted", payload: "{\"n\":\(number),\"x\":\"\(filling)\"}")
    }
    try store.append(events, to: ["counted"], expecting: .noStream)
    let steps = [
      ("g/\"n\":29[0-9]{2},", "of 100 matches"), ("g/\"n\":17,", "1 of 1 match"),
      ("g/\"N\":17,", "not found"), ("&.n >= 2990 and type=C*", "2,990 hidden"),
      ("&.n = 4 or .n = 7", "2,998 hidden"),
    ]
    let lines =
      (steps + steps).map { "\($0)<Enter>\nwait \($1)\n<Esc><Esc>\n" }.joined() + ":quit\n"
    try lines.write(toFile: folder.path + "-script", atomically: true, encoding: .utf8)
    let outcome = try Livenstore.run(
      "browse", folder.path, "--script", folder.path + "-script", "--cache", mebibytes)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("without a terminal the browser says so")
  func noTerminal() throws {
    let folder = try TemporaryStore()
    _ = try folder.open()
    let outcome = try Livenstore.run("browse", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("is not a terminal"))
  }

  @Test("demo writes what the browser shows")
  func demo() throws {
    let store = try path()
    #expect(try Livenstore.run("demo", store, "--rate", "10000", "--count", "50").status == 0)
    #expect(try Livenstore.run("events", store).output.split(separator: "\n").count == 50)
  }
}
