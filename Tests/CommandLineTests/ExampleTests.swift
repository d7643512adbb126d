import Foundation
import LivenStoreTestSupport
import Testing

@Suite("The example scripts")
struct ExampleTests {
  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Resources/Examples")

  private func script(_ name: String, _ arguments: String...) throws -> Livenstore.Outcome {
    let path = Self.examples.appending(path: name).path
    return try Livenstore.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-B", path] + arguments)
  }

  @Test("the history of a repository is imported again, and only what is new is added")
  func gitHistory() throws {
    let folder = try TemporaryStore()
    let repository = folder.path + "-repository"
    func git(_ arguments: String...) throws {
      let outcome = try Livenstore.run(
        URL(fileURLWithPath: "/usr/bin/env"),
        ["git", "-C", repository, "-c", "user.name=Anna", "-c", "user.email=a@example.org"]
          + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    try FileManager.default.createDirectory(
      atPath: repository, withIntermediateDirectories: true)
    try git("init", "-q")
    for subject in ["first", "second"] { try git("commit", "-q", "--allow-empty", "-m", subject) }
    let once = try script("git-log-to-events", repository).output
    #expect(
      try Livenstore.run("import", folder.path, input: once).errors
        == "Imported 2 events, 2 links.\n")
    try git("commit", "-q", "--allow-empty", "-m", "third")
    let twice = try script("git-log-to-events", repository).output
    #expect(twice.hasPrefix(once))
    let outcome = try Livenstore.run("import", folder.path, input: twice)
    #expect(outcome.errors.hasPrefix("Imported 1 event"), "\(outcome.errors)")
    let stream = try Livenstore.run("events", folder.path, "--stream", "author-Anna").output
    let places = ["first", "second", "third"].compactMap { stream.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(stream)")
  }

  @Test("the log of dpkg becomes events in its order, those of one second too")
  func packageLog() throws {
    let folder = try TemporaryStore()
    let log = folder.path + "-log"
    try Data(
      """
      2024-04-23 10:30:59 install git:amd64 <none> 1:2.39.5
      2024-04-23 10:30:59 status half-installed git:amd64 1:2.39.5
      2024-04-23 10:30:59 status installed git:amd64 1:2.39.5

      """.utf8
    ).write(to: URL(fileURLWithPath: log))
    let lines = try script("dpkg-log-to-events", log).output
    #expect(try script("dpkg-log-to-events", log).output == lines)
    try #expect(Livenstore.run("import", folder.path, input: lines).status == 0)
    let events = try Livenstore.run("events", folder.path, "--stream", "package-git").output
    let words = ["PackageInstalled", #""half-installed""#, #""installed""#]
    let places = words.compactMap { events.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(events)")
  }
}
