internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// What runs behind the screen: the watcher, and reads on a thread of their own.
final class BrowserRuntime: Sendable {
  let inbox: Inbox
  let verifier: BackgroundVerifier
  private let store: JSONEventStore
  private let stop = StopFlag()
  private let stopLoading = StopFlag()
  private let refreshing = RequestFlag()
  /// The event to read next: only the latest counts, since only one is shown.
  private let wanted = Monitor<EventID?>(nil)
  /// Parts of scans, in order; a scan asks for the next part when the one before is answered.
  private let requests = Monitor<[ScanRequest]>([])
  private let cacheBytes: Int

  private let replays: ReplayWorker

  /// Makes a runtime whose searches and filters keep so many bytes of payloads at most.
  init(
    store: JSONEventStore, sources: ReplaySources, wakeSource: (any WakeSource)?, cacheBytes: Int
  ) {
    self.store = store
    self.cacheBytes = cacheBytes
    inbox = Inbox(wakeSource: wakeSource)
    verifier = BackgroundVerifier(store: store, inbox: inbox)
    replays = ReplayWorker(store: store, sources: sources, inbox: inbox)
  }

  /// Starts to list the store and to follow it.
  func start() {
    BackgroundThread.start(name: "watcher") { [self] in
      do throws(EventStoreError) {
        try StoreWatcher(store).run(stop: stop, stopLoading: stopLoading, refresh: refreshing) {
          changes in
          let now = Int64(SystemClock.unixMilliseconds())
          inbox.post(.changes(changes, atMilliseconds: now))
          if changes.contains(where: \.isLoaded) { settle() }
        }
      } catch {
        inbox.post(.note(error.message))
      }
    }
    BackgroundThread.start(name: "reader") { [self] in readWanted() }
    BackgroundThread.start(name: "scanner") { [self] in scanRequested() }
    replays.start(stop: stop)
  }

  /// Once all is listed: leaves the ledger's totals, so that the next time all is counted at once, and gives back
  /// the memory that listing took.
  private func settle() {
    BackgroundThread.start(name: "settling") { [store] in
      _ = try? store.ledgerTotals()
      SystemMemory.returnFreeBlocks()
    }
  }

  /// Has the watcher compare everything with the folders, within a second.
  func refresh() { refreshing.set() }

  func read(_ id: EventID) { wanted.withLock { $0 = id } }

  func replay(_ request: ReplayRequest) { replays.take(request) }

  /// Looks up which events had arrived by a position.
  func readPositions(upTo position: Int) {
    BackgroundThread.start(name: "positions") { [self] in
      do throws(EventStoreError) {
        inbox.post(.positionsRead(upTo: position, try store.arrived(by: position)))
      } catch {
        inbox.post(.note(error.message))
      }
    }
  }

  func scan(_ request: ScanRequest) { requests.withLock { $0.append(request) } }

  func export(_ candidates: [ScanRequest.Candidate], to path: String) {
    BackgroundThread.start(name: "export") { [self] in
      inbox.post(.note(EventExport(store: store).write(candidates, to: path)))
    }
  }

  private func scanRequested() {
    let scanner = EventScanner(store: store, cache: PayloadCache(budgetBytes: cacheBytes))
    while !stop.isSet {
      let request = requests.wait { requests -> ScanRequest? in
        requests.isEmpty ? nil : requests.removeFirst()
      }
      inbox.post(.scanned(number: request.number, hits: scanner.hits(request)))
    }
  }

  /// Ends what runs until the store is loaded; following goes on.
  func endLoading() { stopLoading.set() }

  func end() {
    verifier.end()
    stopLoading.set()
    stop.set()
  }

  private func readWanted() {
    while !stop.isSet {
      let id = wanted.wait { wanted -> EventID? in
        defer { wanted = nil }
        return wanted
      }
      do throws(EventStoreError) {
        inbox.post(.recordRead(try store.readRecord(id)))
      } catch {
        inbox.post(.recordFailed(id, error.message))
      }
    }
  }
}
