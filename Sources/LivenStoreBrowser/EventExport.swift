internal import LivenStore
internal import StoreBrowser

/// Writes events as JSON lines, as `livenstore import` takes them, into a file that is not there yet.
struct EventExport {
  let store: JSONEventStore

  /// What became of it, in one sentence.
  func write(_ candidates: [ScanRequest.Candidate], to path: String) -> String {
    var bytes: [UInt8] = []
    var failureCount = 0
    for candidate in candidates {
      guard let event = try? store.read(candidate.id) else {
        failureCount += 1
        continue
      }
      let line = EventJSON.value(event, streams: candidate.streams, isForImport: true)
      JSONWriter.append(line, to: &bytes)
      bytes.append(0x0A)
    }
    if let failure = BytesFile.failure(of: bytes, to: path) { return failure }
    let count = candidates.count - failureCount
    let failures = failureCount > 0 ? "; \(failureCount) cannot be read" : ""
    return "Exported \(count) event\(count == 1 ? "" : "s") to \(path)\(failures)."
  }
}
