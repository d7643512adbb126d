import ArgumentParser
import LivenStore

/// Imports JSON lines.
struct ImportCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import events from JSON lines.",
    discussion: """
      A line is {"id"?, "type", "streams"?, "payload" or "payload_base64", "time"?}. Without an id the
      event gets one, of the given time. Lines whose id is stored with the same content are taken as
      done, so that an import can be run again. Resources/Examples has scripts that make lines.

      EXAMPLES
        livenstore import shop-data events.jsonl
        livenstore export old-data | livenstore import new-data
      """)

  @Argument(help: "The store's folder; created if it is not there.", completion: .directory)
  var store: String
  @Argument(help: "The file; standard input if left out.", completion: .file()) var file: String?

  @OptionGroup var writing: WritableStore

  func perform() throws {
    // Synced once, at the end: an import that is cut off is run again.
    let store = try writing.open(store, durability: .buffered)
    var input = try LineInput(path: file)
    var importer = LineImporter(store: store)
    var progress = Progress(totalBytes: input.totalBytes)
    var number = 0
    while let line = try input.next() {
      number += 1
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { continue }
      do {
        try importer.take(line)
      } catch {
        progress.clear()
        throw Refusal(
          "\(file ?? "standard input"), line \(number): \(error) "
            + "\(importer.summary) before it; run the import again once it is mended.")
      }
      progress.show(readBytes: input.readBytes, count: number)
    }
    try store.synchronize()
    progress.clear()
    StandardStream.error.write(Array("Imported \(importer.summary).\n".utf8))
  }
}
