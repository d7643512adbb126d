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
      """)

  /// Where to begin.
  enum Start: String, ExpressibleByArgument, CaseIterable {
    case start
    case now
  }

  @OptionGroup var store: StoreArgument
  @Option(help: "Only events of this type; may be given several times.") var type: [String] = []
  @Option(help: "Only events of this stream.") var stream: String?
  @Option(help: "Where to begin: start or now.") var from = Start.now
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    let store = try store.open()
    let name = try stream.map { try StreamName(validating: $0) }
    var follower = TailFollower(
      store: store, types: Set(type.map { EventType($0) }), stream: name,
      isFromStart: from == .start, isJSON: json)
    try StoreWatcher(store).run(stop: StopFlag()) { follower.take($0) }
  }
}
