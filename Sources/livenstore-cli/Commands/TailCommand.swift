import ArgumentParser
import LivenStore

/// Follows a store.
struct TailCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "tail", abstract: "Print events as they come, of any process, until ^C.",
    discussion: """
      EXAMPLES
        livenstore tail shop-data
        livenstore tail shop-data --type OrderPaid --json
        livenstore tail shop-data --stream order-1001 --from start
        livenstore tail shop-data --from 4711            go on behind that position
      """)

  /// Where to begin.
  enum Start: ExpressibleByArgument, Equatable {
    case start, now
    case behind(Int)

    init?(argument: String) {
      switch argument {
      case "start": self = .start
      case "now": self = .now
      default:
        guard let position = Int(argument), position >= 0 else { return nil }
        self = .behind(position)
      }
    }

    var defaultValueDescription: String { "now" }
  }

  @OptionGroup var store: StoreArgument
  @Option(help: "Only events of this type; may be given several times.") var type: [String] = []
  @Option(help: "Only events of this stream.") var stream: String?
  @Option(help: "Where to begin: start, now, or behind a position.") var from = Start.now
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    let store = try store.open()
    let name = try stream.map { try StreamName(validating: $0) }
    var follower = TailFollower(
      store: store, types: Set(type.map { EventType($0) }), stream: name,
      start: try ids(store), isJSON: json)
    try StoreWatcher(store).run(stop: StopFlag()) { follower.take($0) }
  }

  /// Which of the events that are there to print; `nil` for all.
  private func ids(_ store: JSONEventStore) throws -> Set<EventID>? {
    switch from {
    case .start: return nil
    case .now: return []
    case .behind(let position):
      guard let index = try store.ledgerView(makesLedger: true)?.index else {
        throw Refusal("\(store.path): no ledger, and so no positions: begin at start or now.")
      }
      return Set(zip(index.ids, index.positions).filter { Int($1) > position }.map(\.0))
    }
  }
}
