import ArgumentParser
import LivenStore

/// Exports JSON lines.
struct ExportCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export all events as JSON lines, in id order.",
    discussion: """
      Import gives the same store again: ids, types, payloads to the byte, streams.

      EXAMPLES
        livenstore export shop-data shop.jsonl
        livenstore export shop-data | jq -c 'select(.type == "OrderPaid")'
      """)

  @Argument(help: "The store's folder.", completion: .directory) var store: String
  @Argument(help: "The file; standard output if left out.", completion: .file()) var file: String?

  func perform() throws {
    let store = try JSONEventStore(opening: store)
    let ids = try store.eventIDs()
    let memberships = try StreamIndex(store)
    var bytes: [UInt8] = []
    var output = OutputBuffer()
    var failures = 0
    for id in ids {
      do {
        let line = EventJSON.value(
          try store.read(id), streams: memberships.streams(of: id), isForImport: true)
        if file == nil {
          output.line(line)
        } else {
          JSONWriter.append(line, to: &bytes); bytes.append(0x0A)
        }
      } catch {
        failures += 1
        Diagnostics.warn(error.message)
      }
    }
    output.flush()
    if let file { try save(bytes, to: file) }
    if failures > 0 { throw ExitCode(1) }
  }

  private func save(_ bytes: [UInt8], to file: String) throws {
    do { try TextFile.write(bytes, to: file) } catch {
      throw Refusal("\(file): cannot be written: \(error)")
    }
  }
}
