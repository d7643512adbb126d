import ArgumentParser
import LivenStore

/// Lists events.
struct EventsCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List events in order of arrival, those of a stream in its order.",
    discussion: """
      CONDITIONS
        type, id, time, stream or a path into the payload (.customer.name, .items[0], ."odd name"), then
        = != < <= > >= or ~ !~ (a regular expression), then a number, a word or a "text"; in a word * and ?
        stand for any characters and for one. A path alone asks whether there is a value. They are joined by
        and, or, not and parentheses.

      EXAMPLES
        livenstore events shop-data --last 20
        livenstore events shop-data --type OrderPaid --json | jq .payload.total
        livenstore events shop-data --stream order-1001
        livenstore events shop-data --where 'type=Order* and .total > 100'
        livenstore events shop-data --after 4711 --json   what came behind that position
        livenstore events shop-data --after 2026-11-27    and behind that time
      """)

  @OptionGroup var store: StoreArgument
  @Option(help: "Only events of this type; may be given several times.") var type: [String] = []
  @Option(help: "Only events of this stream.") var stream: String?
  @Option(help: "Only events of which a condition holds; paths such as .total lead into payloads.")
  var `where`: String?
  @Option(help: "Only events behind this position, id or time.") var after: String?
  @Option(help: "Only the last so many.") var last: Int?
  @Flag(help: "The newest first.") var reverse = false
  @OptionGroup var ledger: LedgerAccess
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    if let last, last < 0 { throw ValidationError("--last \(last): give a number from 0.") }
    let store = try store.open()
    let matcher = try self.where.map {
      ExpressionMatcher(try ConditionArgument.expression($0, without: [.version], of: "an event"))
    }
    // With a condition the last so many are those of which it holds.
    let rows = try EventSelection(
      types: Set(type.map { EventType($0) }), stream: stream.map { try StreamName(validating: $0) },
      after: after, last: matcher == nil ? last : nil, ledger: ledger
    ).rows(of: store)
    try print(matcher.map { try matching($0, rows, store) } ?? rows, of: store)
  }

  /// The rows of which a condition holds, the last so many of them.
  private func matching(
    _ matcher: ExpressionMatcher, _ rows: [EventSelection.Row], _ store: JSONEventStore
  ) throws -> [EventSelection.Row] {
    var kept: [EventSelection.Row] = []
    for row in rows.reversed() where kept.count < last ?? Int.max {
      // One that cannot be read is told when its turn to be printed comes.
      guard let event = try? store.read(row.id) else {
        kept.append(row)
        continue
      }
      let payload = (try? JSONParser.parse(event.payload)) ?? .null
      let subject = ExpressionSubject(
        type: event.type, id: event.id, streams: row.streams, tree: payload)
      if matcher.holds(of: subject) { kept.append(row) }
    }
    return kept.reversed()
  }

  private func print(_ rows: [EventSelection.Row], of store: JSONEventStore) throws {
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
