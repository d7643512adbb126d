import ArgumentParser
import LivenStore

/// Stores one event.
struct AppendCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "append", abstract: "Store one event and print its id.",
    discussion: """
      The store is created if it is not there. "-" reads the payload from standard input.

      EXAMPLES
        livenstore append shop-data --type OrderPlaced --stream order-1001 '{"total":59.9}'
        livenstore append shop-data --type Photo --stream user-42 - < cat.jpg
        livenstore append shop-data --type OrderPaid --stream order-1001 --expect 1 '{}'
      """)

  @Argument(help: "The store's folder.", completion: .directory) var store: String
  @Argument(help: "The payload, or - for standard input; empty if left out.") var payload: String?
  @Option(help: "What happened, such as OrderPlaced.") var type: String
  @Option(help: "A stream to link it into; may be given several times.") var stream: [String] = []
  @Option(help: "What must hold of the first stream: any, none, exists, or its version.")
  var expect = "any"
  @Option(help: "The most bytes to take from standard input.") var maxBytes = 16 << 20
  @OptionGroup var writing: WritableStore
  @Flag(help: "Print a JSON line.") var json = false

  func perform() throws {
    let expected = try expectedVersion()
    if expect != "any", stream.isEmpty {
      throw ValidationError("--expect \(expect) asks of a stream: name it with --stream.")
    }
    let streams = try stream.map { try StreamName(validating: $0) }
    let bytes =
      payload == "-"
      ? try StandardInput.readAll(maximumBytes: maxBytes) : Array((payload ?? "").utf8)
    let store = try writing.open(store)
    var event = try Event(type: EventType(type), payload: bytes)
    var result: AppendResult
    do throws(EventStoreError) {
      result = try store.append(event, to: streams, expecting: expected)
    } catch {
      guard error.code == .idOutOfOrder, let first = streams.first else { throw error }
      // The stream's last id was made by a clock that is ahead of ours: go on above it.
      let last = try store.eventIDs(in: first).last
      let id = try ULIDGenerator.shared.next(above: last)
      event = Event(id: id, type: event.type, payload: event.payload)
      result = try store.append(event, to: streams, expecting: expected)
    }
    var output = OutputBuffer()
    if json {
      output.line(
        .object([
          JSONMember(name: "id", value: .string(event.id.description)),
          JSONMember(name: "version", value: result.version.map { .number("\($0)") } ?? .null),
        ]))
    } else {
      output.line(event.id.description)
    }
    output.flush()
  }

  private func expectedVersion() throws -> ExpectedVersion {
    switch expect {
    case "any": return .any
    case "none": return .noStream
    case "exists": return .exists
    default:
      guard let version = Int(expect), version >= 0 else {
        throw ValidationError("--expect '\(expect)': give any, none, exists, or a version from 0.")
      }
      return .exactly(version)
    }
  }
}

/// Everything on standard input.
enum StandardInput {
  static func readAll(maximumBytes: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let part = try StandardStream.input.read()
      if part.isEmpty { return bytes }
      bytes += part
      guard bytes.count <= maximumBytes else {
        throw Refusal(
          "Standard input has over \(maximumBytes) bytes: --max-bytes takes more.")
      }
    }
  }
}
