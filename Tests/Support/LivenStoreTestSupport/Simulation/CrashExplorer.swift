/// Goes through the states in which kills and power cuts leave a store, and checks what opens then.
package struct CrashExplorer {
  /// What was found, with the operation behind which it happened.
  package struct Violation: Sendable, CustomStringConvertible {
    package let operation: Int
    package let kind: String
    package let sentence: String

    package var description: String { "after operation \(operation), \(kind): \(sentence)" }
  }

  /// How many states were looked at.
  package private(set) var stateCount = 0
  /// How many of them were different ones, and were opened.
  package private(set) var openedCount = 0
  package private(set) var violations: [Violation] = []

  private let workload: CommitWorkload
  private let statesPerOperation: Int
  private var random: RepeatableRandom
  private var seen: Set<Int> = []

  package init(_ workload: CommitWorkload, statesPerOperation: Int, seed: UInt64 = 1) {
    self.workload = workload
    self.statesPerOperation = statesPerOperation
    random = RepeatableRandom(seed: seed)
  }

  /// Looks at the states behind each operation, until something is wrong if `stopsEarly`.
  package mutating func run(stopsEarly: Bool = true) {
    var state = workload.start
    var acknowledged: Set<Int> = []
    for (index, operation) in workload.operations.enumerated() {
      state.apply(operation, number: index + 1)
      if case .acknowledge(let unit) = operation { acknowledged.insert(unit) }
      explore(state, acknowledged, after: index)
      if stopsEarly, !violations.isEmpty { return }
    }
  }

  private mutating func explore(_ state: DiskState, _ acknowledged: Set<Int>, after index: Int) {
    stateCount += 1
    let checker = CrashChecker(workload: workload, acknowledged: acknowledged)
    if let sentence = checker.problemBesideWriter(state) {
      violations.append(Violation(operation: index, kind: "beside the writer", sentence: sentence))
    }
    if let sentence = checker.problemAfterRestart(state) {
      violations.append(Violation(operation: index, kind: "killed", sentence: sentence))
    }
    let states = CrashStates(of: state)
    let isComplete = states.count <= statesPerOperation
    for number in 0..<min(states.count, statesPerOperation) {
      let cut = isComplete ? states.state(number) : states.randomState(&random)
      stateCount += 1
      guard seen.insert(cut.fingerprint(acknowledged)).inserted else { continue }
      openedCount += 1
      guard let sentence = checker.problemAfterRestart(cut) else { continue }
      violations.append(Violation(operation: index, kind: "power cut", sentence: sentence))
    }
  }
}

extension DiskState {
  /// The same for states that look the same, with the same promises made.
  fileprivate func fingerprint(_ acknowledged: Set<Int>) -> Int {
    var hasher = Hasher()
    hasher.combine(acknowledged)
    for node in nodes {
      hasher.combine(node.bytes)
      hasher.combine(node.names)
    }
    return hasher.finalize()
  }
}
