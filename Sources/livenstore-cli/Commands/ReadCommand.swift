import ArgumentParser
import LivenStore
import TerminalUI

/// Reads one event.
struct ReadCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Print one event.",
    discussion: """
      EXAMPLES
        livenstore read shop-data 01HX7Y8K9M2N3P4Q5R6S7T8V9W
        livenstore read shop-data 01HX7Y8K9M2N3P4Q5R6S7T8V9W --payload > cat.jpg
      """)

  @Argument(help: "The store's folder.", completion: .directory) var store: String
  @Argument(help: "The event's id.") var id: String
  @Flag(help: "Print the payload's bytes only; made safe on a terminal.") var payload = false
  @Flag(help: "Print the payload's bytes as they are, even on a terminal.") var raw = false
  @Flag(help: "Print a JSON line.") var json = false

  func perform() throws {
    let store = try JSONEventStore(opening: store)
    let id = try EventID(validating: id)
    let event = try store.read(id)
    if payload || raw { return printPayload(event.payload) }
    var output = OutputBuffer()
    let streams = try store.streams(of: id)
    if json {
      output.line(EventJSON.value(event, streams: streams))
    } else {
      output.line("id       \(event.id)")
      output.line("type     \(event.type)")
      if let time = id.timeMilliseconds {
        output.line("time     \(Timestamp.rfc3339(milliseconds: time))")
      }
      output.line("streams  \(streams.map(\.description).joined(separator: ", "))")
      output.line("payload  \(String(decoding: event.payload, as: UTF8.self))")
    }
    output.flush()
  }

  private func printPayload(_ bytes: [UInt8]) {
    guard StandardStream.output.isTerminal, !raw else { return StandardStream.output.write(bytes) }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextSanitizer.sanitized(String($0)) }
    StandardStream.output.write(Array((lines.joined(separator: "\n") + "\n").utf8))
  }
}
