import Foundation
import Testing

@Suite("The sources are tidy")
struct TidyTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func swiftFiles() throws -> [String] {
    try ["Sources", "Tests"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
    }
  }

  @Test("imports go one way; files and functions are small; no banned words")
  func rules() throws {
    let files = try Self.swiftFiles()
    #expect(files.count > 100)
    for path in files {
      let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
      for problem in SourceRules.problems(in: text, path: path) { Issue.record("\(problem)") }
    }
  }

  @Test(
    "a forbidden import, a long file and a long function are found",
    arguments: [
      ("import CNcurses", "Sources/StoreBrowser/Screens/Theme.swift", "must not import CNcurses"),
      (
        "package import LivenStore", "Sources/TerminalUI/Terminal.swift",
        "must not import LivenStore"
      ),
      ("import Foundation", "Sources/LivenStore/Events/Event.swift", "must not import Foundation"),
      ("import Glibc", "Sources/LivenStore/Store/EventStore.swift", "libc is called in Disk/ only"),
      ("let x = try! y()", "Sources/TerminalUI/Terminal.swift", "try!"),
      (String(repeating: "\n", count: 500), "Sources/TerminalUI/Terminal.swift", "over 400"),
      (
        "func f() {\n" + String(repeating: "  x\n", count: 80) + "}", "Sources/TerminalUI/A.swift",
        "over 70"
      ),
    ])
  func found(text: String, path: String, problem: String) {
    #expect(SourceRules.problems(in: text, path: path).contains { $0.contains(problem) })
  }

  @Test("a type stands in a file of its name")
  func fileNames() throws {
    for path in try Self.swiftFiles() where path.hasPrefix("Sources/") {
      let text = try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
      let name =
        path.split(separator: "/").last.map {
          $0.split(separator: "+")[0].replacing(".swift", with: "")
        } ?? ""
      let declares = ["struct", "enum", "class", "protocol", "extension", "macro"].contains {
        text.contains("\($0) \(name)")
      }
      #expect(declares, "\(path) neither declares nor extends \(name)")
    }
  }

  @Test("the top level holds what the project fixed and dot-files, nothing else")
  func topLevel() throws {
    let allowed: Set<String> = [
      "Package.swift", "Sources", "Tests", "Resources", "README.md", "Makefile", "Package.resolved",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
    #expect(names.filter { !$0.hasPrefix(".") && !allowed.contains($0) } == [])
  }
}
