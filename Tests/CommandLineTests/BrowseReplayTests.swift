import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("The browser's replay and the command replay")
struct BrowseReplayTests {
  /// A store with one stream whose events add, change and take away fields, and one whose payload is none.
  private func makeStore(_ random: inout RepeatableRandom) throws -> TemporaryStore {
    let folder = try TemporaryStore()
    let store = try folder.open()
    for index in 0..<40 {
      let field = ["name", "size", "tags", "owner"].randomElement(using: &random) ?? ""
      let value = ["1.50", "\"é\\n\"", "[1,{\"a\":2}]", "null"].randomElement(using: &random) ?? ""
      let payload = index == 17 ? "no JSON" : "{\"\(field)\":\(value),\"n\":\(index / 3)}"
      try store.append(
        try Event(type: EventType("Kind\(index % 3)"), payload: payload), to: ["thing-1", "others"])
    }
    return folder
  }

  @Test(
    "show the same at every version",
    arguments: [
      nil, "jq --unbuffered -nc 'foreach inputs as $e ({}; . + {n: $e.version, t: $e.type})'",
    ],
    [1, 2] as [UInt64])
  func steps(reducer: String?, seed: UInt64) throws {
    var random = RepeatableRandom(seed: seed)
    let folder = try makeStore(&random)
    let options = reducer.map { ["--reducer", $0] } ?? []
    let printed = try Livenstore.run(
      arguments: ["replay", folder.path, "thing-1", "--steps", "--json"] + options)
    let expected = printed.output.split(separator: "\n").map(String.init)
    #expect(expected.count == 40)
    // In any order.
    let versions = (1...40).shuffled(using: &random)
    let lines = versions.flatMap { ["\($0)G", ":export-step \(folder.path)-\($0).json"] }
    let script = folder.path + "-script"
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: script))
    let outcome = try Livenstore.run(
      arguments: ["browse", folder.path, "--replay", "thing-1", "--script", script] + options)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for version in versions {
      let shown = try String(contentsOfFile: "\(folder.path)-\(version).json", encoding: .utf8)
      #expect(shown == expected[version - 1] + "\n")
    }
  }

  @Test("two hundred random histories in one sitting, each version in any order")
  func histories() throws {
    var random = RepeatableRandom(seed: 9)
    let folder = try TemporaryStore()
    let store = try folder.open()
    var script = ""
    var lengths: [Int] = []
    for history in 1...200 {
      let length = Int.random(in: 1...9, using: &random)
      let stream = try StreamName(validating: "thing-\(history)")
      for index in 0..<length {
        let field = ["name", "size", "tags"].randomElement(using: &random) ?? ""
        let value = ["1.50", "\"é\"", "[1,{\"a\":2}]", "null", "\(index)"]
        let payload = "{\"\(field)\":\(value.randomElement(using: &random) ?? "0")}"
        try store.append(
          try Event(type: EventType("Kind\(index % 3)"), payload: payload), to: [stream])
      }
      script += ":stream \(stream)\nr\nwait \(stream) › replay\n"
      for version in (1...length).shuffled(using: &random) {
        script += "\(version)G\n:export-step \(folder.path)-\(history)-\(version).json\n"
      }
      script += "q\n"
      lengths.append(length)
    }
    let path = folder.path + "-script"
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    let outcome = try Livenstore.run("browse", folder.path, "--script", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for (history, length) in zip(1..., lengths) {
      let expected = try Livenstore.run(
        "replay", folder.path, "thing-\(history)", "--steps", "--json"
      ).output
      let shown = try (1...length).map { version in
        try String(contentsOfFile: "\(folder.path)-\(history)-\(version).json", encoding: .utf8)
      }
      #expect(shown.joined() == expected)
    }
  }

  @Test("a stream that is not there is one sentence and exit status 1")
  func missing() throws {
    var random = RepeatableRandom(seed: 3)
    let folder = try makeStore(&random)
    let outcome = try Livenstore.run(
      "browse", folder.path, "--replay", "no-such", "--script", "/dev/null")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("No stream 'no-such' in this store."), "\(outcome.errors)")
  }
}
