package import Foundation

/// Files beside the tests.
package enum Fixtures {
  /// The root of the package.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  package static func path(_ name: String) -> String {
    root.appending(path: "Tests/Fixtures/\(name)").path
  }

  /// The peers' folder: `$LIVENSTORE_PEERS`, or a folder beside the repository; `nil` on most machines.
  package static var peers: String? {
    let candidates: [String?] = [
      ProcessInfo.processInfo.environment["LIVENSTORE_PEERS"],
      root.deletingLastPathComponent().appending(path: "shared/peers").path,
    ]
    return candidates.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
  }
}
