/// Tells what is in a store and then what happens in it, whoever writes: this process or another.
///
/// It tells at once what the ledger knows, then what it does not, and without one it lists the events
/// and streams and reads types from the newest event back. Then it follows: by notifications where the
/// system has them, and by comparing everything where it lost some. A link is told after its event.
package final class StoreWatcher: Sendable {
  private let store: JSONEventStore
  private let usesNotifications: Bool

  /// How many times what came while the store was listed is looked for; more waits, if writers never rest.
  private static let meanwhileCount = 16

  /// Makes a watcher; without notifications it looks at the folders once a second.
  package init(_ store: JSONEventStore, usesNotifications: Bool = true) {
    self.store = store
    self.usesNotifications = usesNotifications
  }

  /// Watches until told to stop; `stopLoading` ends reading types and checking links early, and `refresh` asks
  /// to compare everything with the folders, within a second.
  ///
  /// `deliver` gets what was found, in order, on the calling thread.
  ///
  /// - Throws: ``EventStoreError`` if the store cannot be listed at the start.
  package func run(
    stop: StopFlag, stopLoading: StopFlag = StopFlag(), refresh: RequestFlag = RequestFlag(),
    deliver: ([CatalogChange]) -> Void
  ) throws(EventStoreError) {
    var session = WatchSession(folder: store.folder, usesNotifications: usesNotifications)
    try session.load(stop: stopLoading, deliver: deliver)
    // What came meanwhile is told before: a link would seem to lead nowhere without its event.
    for _ in 0..<StoreWatcher.meanwhileCount where session.hasNotices { deliver(session.next()) }
    deliver([.loaded, .watching(session.mode)])
    while !stop.isSet {
      let changes = refresh.take() ? session.compareWithFolders() : session.next()
      if !changes.isEmpty { deliver(changes) }
    }
  }
}
