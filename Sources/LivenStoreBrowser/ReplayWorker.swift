internal import LivenStore
internal import StoreBrowser

/// The desk of replays on a thread of its own.
final class ReplayWorker: Sendable {
  private let requests = Monitor<[ReplayRequest]>([])
  private let store: JSONEventStore
  private let sources: ReplaySources
  private let inbox: Inbox

  init(store: JSONEventStore, sources: ReplaySources, inbox: Inbox) {
    self.store = store
    self.sources = sources
    self.inbox = inbox
  }

  func take(_ request: ReplayRequest) { requests.withLock { $0.append(request) } }

  /// Answers requests until a flag is set.
  func start(stop: StopFlag) {
    BackgroundThread.start(name: "replay") { [self] in
      let store = store
      var desk = ReplayDesk(sources: sources) { id throws(EventStoreError) in try store.read(id) }
      while !stop.isSet {
        for request in desk.isIdle ? nextRequests() : newRequests() { desk.take(request) }
        for answer in desk.work() { inbox.post(.replay(answer)) }
      }
    }
  }

  private func newRequests() -> [ReplayRequest] {
    requests.withLock { requests in
      defer { requests = [] }
      return requests
    }
  }

  /// The same, and waits until there are any.
  private func nextRequests() -> [ReplayRequest] {
    requests.wait { requests in
      defer { requests = [] }
      return requests.isEmpty ? nil : requests
    }
  }
}
