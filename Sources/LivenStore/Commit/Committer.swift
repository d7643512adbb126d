import Synchronization

/// Commits appends in groups: whoever comes while a group is on its way to the device is in the next one.
///
/// One of those who wait leads: it does the work for all, hands each its outcome, and the lead to the
/// first of those who came meanwhile.
final class Committer: Sendable {
  typealias Outcome = Result<AppendResult, EventStoreError>

  private final class Ticket: Sendable {
    enum Turn: Sendable { case waiting, leading, over(Outcome) }

    let unit: CommitUnit
    /// What is called with the outcome; `nil` if a thread waits for it.
    let done: (@Sendable (Outcome) -> Void)?
    let turn = Monitor(Turn.waiting)

    init(_ unit: CommitUnit, _ done: (@Sendable (Outcome) -> Void)?) {
      self.unit = unit
      self.done = done
    }

    func finish(_ outcome: Outcome) {
      if let done { done(outcome) } else { turn.withLock { $0 = .over(outcome) } }
    }
  }

  private struct Queue: Sendable {
    var waiting: [Ticket] = []
    var isLed = false
  }

  /// How many appends share their syncs at most.
  private static let groupCount = 64
  /// How many streams, whose folders are held open meanwhile; one append alone may have more.
  private static let groupStreams = 100

  private let queue = Mutex(Queue())
  private let commit: @Sendable ([CommitUnit]) -> [Outcome]

  init(commit: @escaping @Sendable ([CommitUnit]) -> [Outcome]) { self.commit = commit }

  /// Commits and waits.
  func run(_ unit: CommitUnit) throws(EventStoreError) -> AppendResult {
    let ticket = Ticket(unit, nil)
    if enqueue(ticket) { lead() }
    while true {
      let outcome: Outcome? = ticket.turn.wait { turn in
        switch turn {
        case .waiting: return .none
        case .leading:
          turn = .waiting
          return .some(nil)
        case .over(let outcome): return .some(outcome)
        }
      }
      if let outcome { return try outcome.get() }
      lead()
    }
  }

  /// Commits without waiting; `done` is called on another thread.
  func start(_ unit: CommitUnit, done: @escaping @Sendable (Outcome) -> Void) {
    if enqueue(Ticket(unit, done)) { leadOnThread() }
  }

  private func leadOnThread() {
    BackgroundThread.start(name: "commits") { [self] in lead() }
  }

  /// Whether the ticket has to lead.
  private func enqueue(_ ticket: Ticket) -> Bool {
    queue.withLock { queue in
      queue.waiting.append(ticket)
      defer { queue.isLed = true }
      return !queue.isLed
    }
  }

  private func lead() {
    let group = queue.withLock { queue in
      var streamCount = 0
      let group = queue.waiting.prefix(Committer.groupCount).prefix { ticket in
        defer { streamCount += ticket.unit.streams.count }
        return streamCount == 0 || streamCount + ticket.unit.streams.count <= Committer.groupStreams
      }
      queue.waiting.removeFirst(group.count)
      return Array(group)
    }
    let outcomes = commit(group.map(\.unit))
    let next = queue.withLock { queue in
      queue.isLed = !queue.waiting.isEmpty
      return queue.waiting.first
    }
    if let next {
      if next.done == nil { next.turn.withLock { $0 = .leading } } else { leadOnThread() }
    }
    for (ticket, outcome) in zip(group, outcomes) { ticket.finish(outcome) }
  }
}
