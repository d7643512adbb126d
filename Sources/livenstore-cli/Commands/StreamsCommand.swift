import ArgumentParser
import LivenStore

/// Lists streams.
struct StreamsCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "streams", abstract: "List streams, or the streams that hold an event.",
    discussion: """
      EXAMPLES
        livenstore streams shop-data
        livenstore streams shop-data --category order --json
        livenstore streams shop-data --of 01HX7Y8K9M2N3P4Q5R6S7T8V9W
      """)

  @OptionGroup var store: StoreArgument
  @Option(help: "Only streams of this category: the part of the name before the first -.")
  var category: String?
  @Option(help: "Only streams that hold this event.") var of: String?
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    let store = try store.open()
    var streams = try store.streams()
    if let category { streams.removeAll { $0.name.category != category } }
    if let of {
      let id = try EventID(validating: of)
      _ = try store.read(id)
      let names = try Set(store.streams(of: id))
      streams.removeAll { !names.contains($0.name) }
    }
    var output = OutputBuffer()
    for stream in streams { print(stream, &output) }
    output.flush()
  }

  private func print(_ stream: StreamSummary, _ output: inout OutputBuffer) {
    let time = stream.lastID?.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) }
    guard json else {
      let version = String(stream.version)
      let padding = String(repeating: " ", count: max(0, 8 - version.count))
      return output.line("\(padding)\(version)  \(time ?? "-")  \(stream.name)")
    }
    output.line(
      .object([
        JSONMember(name: "name", value: .string(stream.name.description)),
        JSONMember(name: "category", value: .string(stream.name.category)),
        JSONMember(name: "version", value: .number("\(stream.version)")),
        JSONMember(name: "last_id", value: stream.lastID.map { .string($0.description) } ?? .null),
        JSONMember(name: "last_time", value: time.map { .string($0) } ?? .null),
      ]))
  }
}
