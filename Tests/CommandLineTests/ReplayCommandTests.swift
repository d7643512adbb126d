import Foundation
import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("replay, blame and bisect")
struct ReplayCommandTests {
  struct PackageReleased: DomainEvent { var package: String, version: String }
  struct BugClosed: DomainEvent { var bug: Int }
  struct UrgencySet: DomainEvent { var urgency: String }

  /// The state that the example reducers make, by handlers of Swift.
  struct Package: Aggregate, Codable {
    private(set) var package = ""
    private(set) var version = ""
    private(set) var releases = 0
    private(set) var closed = 0
    private(set) var urgency: String?
    var id: String { package }

    static let handledEvents: [any DomainEvent.Type] = [
      PackageReleased.self, BugClosed.self, UrgencySet.self,
    ]

    mutating func handle(_ event: any DomainEvent) throws {
      switch event {
      case let event as PackageReleased:
        (package, version, releases) = (event.package, event.version, releases + 1)
      case is BugClosed: closed += 1
      case let event as UrgencySet: urgency = event.urgency
      default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(package, forKey: .package)
      try container.encode(version, forKey: .version)
      try container.encode(releases, forKey: .releases)
      try container.encode(closed, forKey: .closed)
      // Null where it is not set, as in the reducers.
      try container.encode(urgency, forKey: .urgency)
    }
  }

  private static let resources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Resources")

  /// The demo store, made once a run of the tests.
  private static let demo: String? = {
    guard let folder = try? TemporaryStore().path else { return nil }
    let lines = resources.appending(path: "Demo/debian-changelogs.jsonl").path
    return (try? Livenstore.run("import", folder, lines).status) == 0 ? folder : nil
  }()

  private static func lines(_ outcome: Livenstore.Outcome) throws -> [NSDictionary] {
    try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? NSDictionary)
    }
  }

  private static func dictionary(_ value: JSONValue) throws -> NSDictionary {
    let data = Data(JSONWriter.bytes(of: value))
    return try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }

  private static func changes(_ line: NSDictionary) -> Set<String> {
    let changes = line["changes"] as? [NSDictionary] ?? []
    return Set(changes.map { "\($0["path"] ?? "") \($0["old"] ?? "–") \($0["new"] ?? "–")" })
  }

  @Test(
    "reducers in Python and jq make the states of the Swift aggregate, step by step",
    arguments: ["python3 package-state.py", "jq -nc -f package-state.jq"])
  func reducers(command: String) async throws {
    let demo = try #require(Self.demo)
    let folder = Self.resources.appending(path: "Examples").path
    let tool = String(command.prefix { $0 != " " })
    try #require(
      try Livenstore.run(URL(fileURLWithPath: "/bin/sh"), ["-c", "command -v \(tool)"]).status == 0)
    let packages = AggregateRepository<Package>(store: try JSONEventStore(opening: demo))
    for name in ["git", "openssh", "coreutils"] {
      let outcome = try Livenstore.run(
        "replay", demo, "package-\(name)", "--steps", "--json", "--reducer",
        "cd '\(folder)' && \(command)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let lines = try Self.lines(outcome)
      var version = 0
      for try await step in packages.timeline(name) {
        let line = try #require(version < lines.count ? lines[version] : nil)
        version += 1
        #expect(line["state"] as? NSDictionary == (try Self.dictionary(step.state)))
        #expect(line["version"] as? Int == step.version)
        #expect(line["id"] as? String == step.event.id.description)
        // What the first event changes is counted from null by a reducer.
        guard version > 1 else { continue }
        let head = try Self.dictionary(
          .object([
            JSONMember(
              name: "changes",
              value: .array(
                step.changes.map { change in
                  .object(
                    [JSONMember(name: "path", value: .string(change.path))]
                      + (change.old.map { [JSONMember(name: "old", value: $0)] } ?? [])
                      + (change.new.map { [JSONMember(name: "new", value: $0)] } ?? []))
                }))
          ]))
        #expect(Self.changes(line) == Self.changes(head))
      }
      #expect(version == lines.count && version > 50)
    }
  }

  @Test("without a reducer fields are merged, and it says so; --at is a version or a time")
  func merge() throws {
    let demo = try #require(Self.demo)
    let text = try Livenstore.run("replay", demo, "package-coreutils")
    #expect(
      text.output.contains("payload fields merged in order, which is no state of your domain"))
    let line = try #require(
      try Self.lines(Livenstore.run("replay", demo, "package-coreutils", "--json")).first)
    #expect(line["aggregate"] as? String == "merge")
    #expect(line["stream"] as? String == "package-coreutils")
    let steps = try Self.lines(
      Livenstore.run("replay", demo, "package-coreutils", "--steps", "--json"))
    // The last step of its moment: a release and its bugs share one.
    let place = try #require(
      (2..<50).first { steps[$0]["time"] as? String != steps[$0 + 1]["time"] as? String })
    let time = try #require(steps[place]["time"] as? String)
    for moment in ["\(place + 1)", time] {
      let at = try Self.lines(
        Livenstore.run("replay", demo, "package-coreutils", "--json", "--at", moment))
      #expect(at.first?["state"] as? NSDictionary == steps[place]["state"] as? NSDictionary)
    }
  }

  @Test("blame and bisect agree with the steps")
  func questions() throws {
    let demo = try #require(Self.demo)
    let steps = try Self.lines(
      Livenstore.run("replay", demo, "package-coreutils", "--steps", "--json"))
    let blamed = try Self.lines(
      Livenstore.run("blame", demo, "package-coreutils", ".version", "--json"))
    let expected = steps.filter { Self.changes($0).contains { $0.hasPrefix(".version ") } }
    #expect(blamed.count > 20)
    #expect(blamed.map { $0["version"] as? Int } == expected.map { $0["version"] as? Int })
    for (line, step) in zip(blamed, expected) {
      #expect(line["new"] as? String == (step["state"] as? NSDictionary)?["version"] as? String)
    }
    let found = try Self.lines(
      Livenstore.run(
        "bisect", demo, "package-coreutils", ".changes > 5 and type = Package*", "--json"))
    let first = steps.first { step in
      ((step["state"] as? NSDictionary)?["changes"] as? Int ?? 0) > 5
        && step["type"] as? String == "PackageReleased"
    }
    #expect(found.first?["version"] as? Int == first?["version"] as? Int)
  }

  @Test(
    "what cannot be answered is one sentence and exit status 1",
    arguments: [
      (["replay", "no-such"], "No stream 'no-such'"),
      (["replay", "package-coreutils", "--at", "99999"], "not at 99999"),
      (["replay", "package-coreutils", "--reducer", "exit 3"], "ended with status 3 after 0 of"),
      (
        ["replay", "package-coreutils", "--reducer", "echo broken >&2; cat >/dev/null"],
        "it said: broken"
      ),
      (
        ["replay", "package-coreutils", "--reducer", "sleep 60", "--reducer-timeout", "1"],
        "was silent for 1 s"
      ),
      (
        ["replay", "package-coreutils", "--reducer", "echo hello; cat"],
        "with a line that is not JSON"
      ),
      (["replay", "package-coreutils", "--reducer", "kill -9 $$"], "status 137"),
      (
        [
          "replay", "package-coreutils", "--reducer", "exec 1>&-; sleep 60", "--reducer-timeout",
          "1",
        ],
        "was silent for 1 s"
      ),
      (
        [
          "replay", "package-coreutils", "--reducer",
          "while :; do echo busy >&2; sleep 0.1; done", "--reducer-timeout", "1",
        ],
        "was silent for 1 s"
      ),
      (
        ["replay", "package-coreutils", "--reducer", "sed 's/.*/{}/'; echo '{}'"],
        "answered more than a line an event"
      ),
      (["bisect", "package-coreutils", "stream = x"], "asks for stream"),
      (
        ["blame", "package-coreutils", ".nothing"],
        "No event of 'package-coreutils' changed .nothing"
      ),
      (["blame", "package-coreutils", "..x"], "is no path"),
      (["bisect", "package-coreutils", ".changes > 1000"], "holds after none of the"),
      (["bisect", "package-coreutils", ".changes >"], "is wrong in column"),
    ])
  func refused(arguments: [String], sentence: String) throws {
    let demo = try #require(Self.demo)
    let outcome = try Livenstore.run(arguments: [arguments[0], demo] + arguments.dropFirst())
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("livenstore: "), "\(outcome.errors)")
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }
}
