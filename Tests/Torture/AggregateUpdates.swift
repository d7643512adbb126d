import LivenStore
import LivenStoreTestSupport

/// A process that updates one aggregate, each time by one, until it has done so often enough.
///
/// The aggregate itself tells how far the process came, so one that was killed goes on where it was.
struct AggregateUpdates {
  let store: String
  let name: String
  let count: Int
  let durability: JSONEventStore.Durability

  struct Counted: DomainEvent {
    var by: String
    var number: Int
  }

  struct Counter: Aggregate, Codable {
    private(set) var counts: [String: Int] = [:]
    var id: String { "shared" }

    static let handledEvents: [any DomainEvent.Type] = [Counted.self]

    mutating func handle(_ event: any DomainEvent) throws {
      guard let event = event as? Counted else {
        throw EventStoreError.handlerNotFound(for: event, on: Self.self)
      }
      let expected = counts[event.by, default: 0] + 1
      guard event.number == expected else {
        throw Refused(description: "\(event.by) counted \(event.number), not \(expected)")
      }
      counts[event.by] = expected
    }
  }

  func run() async throws {
    let store = try JSONEventStore(at: store, options: .init(durability: durability))
    let counters = AggregateRepository<Counter>(store: store, snapshots: store)
    var reached = 0
    while reached < count {
      reached = try await counters.update("shared", attemptCount: 10_000) { counter in
        let next = counter.counts[name, default: 0] + 1
        if next <= count { try counter.apply(Counted(by: name, number: next)) }
        return next
      }
    }
  }

  /// Says how often each process has counted, from the events and without snapshots.
  static func check(_ path: String) async throws {
    let store = try JSONEventStore(opening: path)
    let counter = try await AggregateRepository<Counter>(store: store).load("shared")
    let counts = counter.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(counter.version) events: \(counts.joined(separator: ", "))")
  }
}
