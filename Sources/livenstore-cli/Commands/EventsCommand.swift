import ArgumentParser
import LivenStore

/// Lists events.
struct EventsCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "events", abstract: "List events in id order.",
    discussion: """
      EXAMPLES
        livenstore events shop-data --last 20
        livenstore events shop-data --type OrderPaid --json | jq .payload.total
        livenstore events shop-data --stream order-1001
      """)

  @OptionGroup var store: StoreArgument
  @Option(help: "Only events of this type; may be given several times.") var type: [String] = []
  @Option(help: "Only events of this stream.") var stream: String?
  @Option(help: "Only events behind this id.") var after: String?
  @Option(help: "Only the last so many.") var last: Int?
  @Flag(help: "The newest first.") var reverse = false
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    let store = try store.open()
    let ids = try selectedIDs(store)
    let memberships = try StreamIndex(store)
    let types = Set(type.map { EventType($0) })
    var output = OutputBuffer()
    var left = last ?? Int.max
    var kept: [EventID] = []
    // From the newest on, so that --last reads no more than it prints.
    for id in ids.reversed() where left > 0 {
      if !types.isEmpty, let type = try? store.read(id).type, !types.contains(type) { continue }
      kept.append(id)
      left -= 1
    }
    var failures = 0
    for id in reverse ? kept : kept.reversed() {
      do {
        output.line(try store.read(id), streams: memberships.streams(of: id), isJSON: json)
      } catch {
        failures += 1
        Diagnostics.warn(error.message)
      }
    }
    output.flush()
    if failures > 0 { throw ExitCode(1) }
  }

  private func selectedIDs(_ store: JSONEventStore) throws -> [EventID] {
    var ids: [EventID]
    if let stream {
      let name = try StreamName(validating: stream)
      guard try store.hasStream(name) else { throw Refusal("No stream '\(name)' in this store.") }
      ids = try store.eventIDs(in: name)
    } else {
      ids = try store.eventIDs()
    }
    if let after {
      let id = try EventID(validating: after)
      ids.removeAll { $0 <= id }
    }
    if let last, last < 0 { throw ValidationError("--last \(last): give a number from 0.") }
    return ids
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
