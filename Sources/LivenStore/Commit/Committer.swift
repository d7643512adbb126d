/// Commits appends in groups: whoever comes while a group is on its way to the device is in the next one.
final class Committer: Sendable {
  typealias Outcome = Result<AppendResult, EventStoreError>

  private struct Ticket: Sendable {
    let number: Int
    let unit: CommitUnit
    let done: (@Sendable (Outcome) -> Void)?
  }

  private struct State: Sendable {
    var waiting: [Ticket] = []
    var outcomes: [Int: Outcome] = [:]
    var nextNumber = 0
    var isLed = false
    var hasThread = false
  }

  /// How many appends share their syncs at most.
  private static let groupCount = 64

  private let state = Monitor(State())
  private let commit: @Sendable ([CommitUnit]) -> [Outcome]

  init(commit: @escaping @Sendable ([CommitUnit]) -> [Outcome]) { self.commit = commit }

  /// Commits and waits; one of those who wait does the work for all.
  func run(_ unit: CommitUnit) throws(EventStoreError) -> AppendResult {
    let number = enqueue(unit, done: nil)
    while true {
      let outcome: Outcome?? = state.wait { state in
        if let outcome = state.outcomes.removeValue(forKey: number) { return .some(outcome) }
        guard !state.isLed else { return nil }
        state.isLed = true
        return .some(nil)
      }
      if case .some(.some(let outcome)) = outcome { return try outcome.get() }
      lead()
    }
  }

  /// Commits without waiting; `done` is called on another thread.
  func start(_ unit: CommitUnit, done: @escaping @Sendable (Outcome) -> Void) {
    _ = enqueue(unit, done: done)
    let needsThread = state.withLock { state in
      defer { state.hasThread = true }
      return !state.hasThread
    }
    guard needsThread else { return }
    BackgroundThread.start(name: "commits") { [self] in leadWhileWaiting() }
  }

  private func enqueue(_ unit: CommitUnit, done: (@Sendable (Outcome) -> Void)?) -> Int {
    state.withLock { state in
      state.nextNumber += 1
      state.waiting.append(Ticket(number: state.nextNumber, unit: unit, done: done))
      return state.nextNumber
    }
  }

  /// The thread ends when nobody waits, so that a store that is let go of leaves none behind.
  private func leadWhileWaiting() {
    while true {
      let mayLead = state.wait { state -> Bool? in
        if state.waiting.isEmpty {
          state.hasThread = false
          return false
        }
        guard !state.isLed else { return nil }
        state.isLed = true
        return true
      }
      guard mayLead else { return }
      lead()
    }
  }

  private func lead() {
    let group = state.withLock { state in
      let group = Array(state.waiting.prefix(Committer.groupCount))
      state.waiting.removeFirst(group.count)
      return group
    }
    let outcomes = group.isEmpty ? [] : commit(group.map(\.unit))
    state.withLock { state in
      state.isLed = false
      for (ticket, outcome) in zip(group, outcomes) where ticket.done == nil {
        state.outcomes[ticket.number] = outcome
      }
    }
    for (ticket, outcome) in zip(group, outcomes) { ticket.done?(outcome) }
  }
}
