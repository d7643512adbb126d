internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Starts to look at every file of the store behind the screen.
  mutating func verify() -> [BrowserEffect] {
    guard verification == nil else {
      note = "Verifying already: ^C stops it."
      return []
    }
    verification = VerificationReport(
      doneCount: 0, totalCount: catalog.count, problems: [], state: .running)
    verifiedProblems = []
    return [.verify]
  }

  mutating func take(_ report: VerificationReport) {
    verifiedProblems += report.problems
    problems.take(verified: verifiedProblems)
    refreshLists()
    guard report.state != .running else {
      verification = report
      return
    }
    verification = nil
    note = sentence(report)
  }

  private func sentence(_ report: VerificationReport) -> String {
    let found =
      verifiedProblems.isEmpty
      ? "no problems"
      : CountText.counted(verifiedProblems.count, "problem")
        + ", listed at the end of the streams"
    switch report.state {
    case .failed(let sentence): return sentence
    case .stopped:
      let done = CountText.grouped(report.doneCount)
      return "Stopped after \(done) of \(CountText.counted(report.totalCount, "event")): \(found)."
    case .running, .done:
      return "Verified \(CountText.counted(report.totalCount, "event")): \(found)."
    }
  }

  /// Chooses the first problem of a stream or a folder.
  mutating func goToProblem(in root: String) {
    guard let line = problems.all.firstIndex(where: { ProblemList.root($0) == root }) else {
      return
    }
    eventsPane.viewport.go(to: line)
    eventsPane.noteChosen(catalog, settings.isNewestFirst)
  }

  /// What is wrong in the row that is chosen, where problems are listed.
  var chosenProblem: StoreProblem? {
    let line = eventsPane.viewport.cursor
    guard eventsPane.scope == .problems, problems.all.indices.contains(line) else { return nil }
    return problems.all[line]
  }

  /// What is shown in the status line while it runs.
  var verificationText: String? {
    verification.map { report in
      "verifying \(CountText.grouped(report.doneCount)) of "
        + "\(CountText.counted(report.totalCount, "event")), "
        + "\(CountText.counted(verifiedProblems.count, "problem"))  ^C stops"
    }
  }
}
