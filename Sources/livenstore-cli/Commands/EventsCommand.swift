import ArgumentParser
import LivenStore

/// Lists events.
struct EventsCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List events in order of arrival, those of a stream in its order.",
    discussion: """
      EXAMPLES
        livenstore events shop-data --last 20
        livenstore events shop-data --type OrderPaid --json | jq .payload.total
        livenstore events shop-data --stream order-1001
        livenstore events shop-data --after 4711 --json   what came behind that position
      """)

  @OptionGroup var store: StoreArgument
  @Option(help: "Only events of this type; may be given several times.") var type: [String] = []
  @Option(help: "Only events of this stream.") var stream: String?
  @Option(help: "Only events behind this position or id.") var after: String?
  @Option(help: "Only the last so many.") var last: Int?
  @Flag(help: "The newest first.") var reverse = false
  @OptionGroup var ledger: LedgerAccess
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    if let last, last < 0 { throw ValidationError("--last \(last): give a number from 0.") }
    let store = try store.open()
    let rows = try EventSelection(
      types: Set(type.map { EventType($0) }), stream: stream.map { try StreamName(validating: $0) },
      after: after, last: last, ledger: ledger
    ).rows(of: store)
    var output = OutputBuffer()
    var failures = 0
    for row in reverse ? rows.reversed() : rows {
      do {
        output.line(
          try store.read(row.id), streams: row.streams, position: row.position, isJSON: json)
      } catch {
        failures += 1
        Diagnostics.warn(error.message)
      }
    }
    output.flush()
    if failures > 0 { throw ExitCode(1) }
  }
}

/// Sentences on standard error beside the output.
enum Diagnostics {
  static func warn(_ sentence: String) {
    var line = OutputLine()
    line.add("livenstore: " + sentence)
    StandardStream.error.write(line.bytes)
  }
}
