import Foundation
package import Testing

/// A file that holds what a test expects; `RECORD_SCREENS=1` writes it anew.
package struct GoldenFile {
  private let path: String

  package init(_ path: String) { self.path = path }

  /// Compares a text with the file; a missing file is written, and the test fails.
  package func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let recorded = try? String(contentsOfFile: path, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SCREENS"] != nil
    if recorded == nil || isRecording {
      try? text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    guard !isRecording else { return }
    #expect(
      recorded != nil, "\(path) was missing and is recorded now", sourceLocation: sourceLocation)
    guard let recorded, recorded != text else { return }
    Issue.record(
      "\(path) differs.\nRecorded:\n\(recorded)\nNow:\n\(text)", sourceLocation: sourceLocation)
  }
}
