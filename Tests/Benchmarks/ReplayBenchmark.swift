import LivenStore
import StoreBrowser

/// Times the replay of an aggregate's stream: read, decode, handle.
struct ReplayBenchmark {
  struct Deposited: DomainEvent {
    var account: String
    var amount: Int
    var note: String
  }

  struct Withdrawn: DomainEvent {
    var account: String
    var amount: Int
  }

  struct Account: Aggregate, Codable {
    private(set) var id = ""
    private(set) var balance = 0
    private(set) var movements = 0

    static let handledEvents: [any DomainEvent.Type] = [Deposited.self, Withdrawn.self]

    mutating func handle(_ event: any DomainEvent) throws {
      switch event {
      case let event as Deposited:
        (id, balance, movements) = (event.account, balance + event.amount, movements + 1)
      case let event as Withdrawn:
        (balance, movements) = (balance - event.amount, movements + 1)
      default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
      }
    }
  }

  let path: String
  let count: Int
  let measure: Measure

  func run() async throws {
    let store = try JSONEventStore(at: path, options: .init(durability: .buffered))
    try await fill(store)
    let accounts = AggregateRepository<Account>(store: store)
    try await measure.time("replay", of: count) {
      let account = try await accounts.load("1")
      precondition(account.movements == count, "\(account.movements) of \(count) movements")
    }
    let timeline = accounts.timeline("1")
    try await measure.time("timeline", of: count) {
      var last = 0
      for try await step in timeline { last = step.after.movements }
      precondition(last == count)
    }
    // Every step is now at most a hundred events from a state that is kept.
    let jumps = 200
    try await measure.time("jump", of: jumps) {
      for _ in 0..<jumps { _ = try await timeline.step(at: Int.random(in: 1...count)).changes }
    }
    let sources = ReplaySources(aggregates: [ReplayableAggregate(Account.self)])
    try ReplayDeskBenchmark(store: store, stream: "account-1", sources: sources, measure: measure)
      .run()
  }

  private func fill(_ store: JSONEventStore) async throws {
    for number in 0..<count {
      let event =
        number % 3 == 0
        ? try Event(Withdrawn(account: "1", amount: number))
        : try Event(Deposited(account: "1", amount: number, note: "number \(number)"))
      try await store.append(event)
      try await store.link(event.id, to: "account-1")
    }
  }
}
