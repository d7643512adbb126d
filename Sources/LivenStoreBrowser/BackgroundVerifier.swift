internal import LivenStore
internal import StoreBrowser

/// Runs `verify` behind the screen, once at a time.
final class BackgroundVerifier: Sendable {
  private let store: JSONEventStore
  private let inbox: Inbox
  /// Set to stop the run that is under way.
  private let stop = Monitor<StopFlag?>(nil)

  init(store: JSONEventStore, inbox: Inbox) {
    self.store = store
    self.inbox = inbox
  }

  func start() {
    let flag = StopFlag()
    stop.withLock { $0 = flag }
    BackgroundThread.start(name: "verifier") { [self] in run(flag) }
  }

  func end() { stop.withLock { $0?.set() } }

  private func run(_ flag: StopFlag) {
    let reporter = Reporter(inbox: inbox)
    var verifier = StoreVerifier(
      store, stop: flag, progress: reporter.progress, report: reporter.take)
    do throws(EventStoreError) {
      try verifier.run()
      reporter.post(flag.isSet ? .stopped : .done)
    } catch {
      reporter.post(.failed(error.message))
    }
  }
}

/// What two closures of a run share: what was found since the last message.
private final class Reporter {
  private let inbox: Inbox
  private var problems: [StoreProblem] = []
  private var count = (done: 0, total: 0)

  init(inbox: Inbox) { self.inbox = inbox }

  func take(_ finding: VerificationFinding) {
    if let problem = StoreProblem(finding) { problems.append(problem) }
  }

  func progress(_ done: Int, _ total: Int) {
    count = (done, total)
    post(.running)
  }

  func post(_ state: VerificationReport.State) {
    inbox.post(
      .verified(
        VerificationReport(
          doneCount: count.done, totalCount: count.total, problems: problems, state: state)))
    problems = []
  }
}
