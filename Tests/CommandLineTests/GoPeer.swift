import Foundation
import LivenStoreTestSupport

/// The seed in Go, built where Go and its sources are.
struct GoPeer {
  private let program: URL

  /// Why it cannot be built here; `nil` where it can.
  static let absence: String? = {
    guard let peers = Fixtures.peers else { return "no peers: set LIVENSTORE_PEERS" }
    guard FileManager.default.fileExists(atPath: peers + "/go-livenstore/build.sh") else {
      return "no go-livenstore in \(peers)"
    }
    let go = try? Livenstore.run(URL(fileURLWithPath: "/usr/bin/env"), ["go", "version"])
    return go?.status == 0 ? nil : "Go is not installed"
  }()

  static var isAvailable: Bool { absence == nil && shared != nil }

  /// Built once a run of the tests.
  static let shared: GoPeer? = {
    guard absence == nil, let peers = Fixtures.peers else { return nil }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "go-peer-\(UUID().uuidString)")
    let script =
      "cp -r '\(peers)/go-livenstore' '\(folder.path)' && chmod -R u+w '\(folder.path)' && sh '\(folder.path)/build.sh'"
    let built = try? Livenstore.run(URL(fileURLWithPath: "/bin/sh"), ["-c", script])
    guard built?.status == 0 else { return nil }
    return GoPeer(program: folder.appending(path: "livenstore-cli"))
  }()

  func run(_ arguments: String...) throws -> Livenstore.Outcome {
    try Livenstore.run(program, arguments)
  }
}
