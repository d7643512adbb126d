import Foundation
import LivenStoreTestSupport
import Testing

/// The quick form of `make torture`: fewer faults, the same checks.
@Suite("Torture, briefly", .enabled(if: TortureTools.areAvailable))
struct TortureTests {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Torture/torture")

  @Test(
    "nothing acknowledged is lost",
    arguments: [
      "kills", "errnos", "killloop", "race", "update", "prefix", "tail", "full", "limits", "swap",
      "escapes", "keys", "hostile", "torn", "names", "thin", "healthy", "handmade",
    ])
  func torture(_ test: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "livenstore-torture")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let programs = Livenstore.program.deletingLastPathComponent().path
    let outcome = try Livenstore.run(Self.script, [programs, folder.path, test])
    print(outcome.output)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}

/// What the torture needs beside the programs.
enum TortureTools {
  /// Whether strace is here and may trace.
  static var canTrace: Bool { succeeds("strace -o /dev/null true") }

  /// Python and strace; without them the suite is skipped, and counted.
  static var areAvailable: Bool {
    ["python3", "strace"].allSatisfy { succeeds("command -v \($0)") }
  }

  private static func succeeds(_ command: String) -> Bool {
    let shell = URL(fileURLWithPath: "/bin/sh")
    return (try? Livenstore.run(shell, ["-c", command]).status) == 0
  }
}
