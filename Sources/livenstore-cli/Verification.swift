import LivenStore

/// A run over a store, with a bar on a terminal.
struct Verification {
  let path: String

  /// Calls `body` with everything that is found, as it is found.
  func forEachFinding(_ body: @escaping (VerificationFinding) -> Void) throws {
    let broken = StoreVerifier.folderProblems(at: path)
    guard broken.isEmpty else { return broken.forEach(body) }
    let progress = ProgressBox()
    var verifier = StoreVerifier(
      try JSONEventStore(opening: path),
      progress: { progress.show($0, of: $1, "verifying events") },
      report: body)
    try verifier.run()
    progress.clear()
  }
}

/// A bar that closures share.
final class ProgressBox {
  private var progress = Progress(totalBytes: nil)

  func show(_ count: Int, of total: Int, _ what: String) {
    progress.show(count: count, of: total, what)
  }

  func clear() { progress.clear() }
}
