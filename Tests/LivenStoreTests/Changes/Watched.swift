import LivenStore
import LivenStoreTestSupport

/// A catalog that a watcher keeps up to date on a thread of its own, until it is let go of.
final class Watched: Sendable {
  let catalog = Monitor(StoreCatalog())
  let changes = Monitor<[CatalogChange]>([])
  let refresh = RequestFlag()
  private let stop = StopFlag()

  init(_ store: JSONEventStore, usesNotifications: Bool) {
    let watcher = StoreWatcher(store, usesNotifications: usesNotifications)
    BackgroundThread.start(name: "watcher") { [catalog, changes, stop, refresh] in
      try? watcher.run(stop: stop, refresh: refresh) { new in
        changes.withLock { $0 += new }
        catalog.withLock { catalog in for change in new { catalog.apply(change) } }
      }
    }
  }

  deinit { stop.set() }

  func end() { stop.set() }

  func waitFor(_ condition: (StoreCatalog) -> Bool) -> Bool {
    Deadline.waitFor { catalog.withLock { condition($0) } }
  }
}
