package import LivenStore

/// How far a run of `verify` behind the screen is.
package struct VerificationReport: Sendable {
  /// Events looked at, and how many there are; both 0 where there was none to look at.
  package let doneCount: Int
  package let totalCount: Int
  /// What was found since the report before.
  package let problems: [StoreProblem]
  package let state: State

  package enum State: Sendable, Hashable {
    case running, done, stopped
    /// It could not go on, and why.
    case failed(String)
  }

  package init(doneCount: Int, totalCount: Int, problems: [StoreProblem], state: State) {
    self.doneCount = doneCount
    self.totalCount = totalCount
    self.problems = problems
    self.state = state
  }
}
