import Synchronization

extension StoreFolder {
  private var isSynced: Bool { options.durability == .synced }

  /// Refuses to write on after a sync failed: what the device holds is not known any more.
  func checkWritable() throws(EventStoreError) {
    try checkTrust()
    if let reason = failedSync.withLock({ $0 }) {
      throw EventStoreError(
        code: .reopenNeeded, message: "\(path): \(reason): open the store again to write to it.")
    }
  }

  /// Brings files without names to the device; a failure refuses them, and they are not tried again.
  func syncFiles(_ files: [Int32], of subject: String) throws(EventStoreError) {
    guard isSynced, let first = files.first else { return }
    do {
      if files.count == 1 {
        try disk.sync(first)
      } else {
        try syncTogether(files)
      }
    } catch {
      throw .failed("bring the events to the device", subject, error)
    }
  }

  /// One call for all where the system has one.
  private func syncTogether(_ descriptors: [Int32]) throws(Errno) {
    do {
      try disk.syncEverything(events.number)
    } catch .notSupported {
      for descriptor in descriptors { try disk.sync(descriptor) }
    }
  }

  /// Brings the names of intents to the device.
  func syncIntents() throws(EventStoreError) {
    guard isSynced, let inner = innerFolder() else { return }
    try syncNamed { () throws(Errno) in try disk.sync(inner.intents.number) }
  }

  /// Brings the names of events and of links to the device, and then the rows.
  func syncNames(in streams: [StreamDirectory]) throws(EventStoreError) {
    guard isSynced else { return }
    let ledger = currentLedger()
    try syncNamed { () throws(Errno) in
      let isNewStream = streams.contains { !$0.isFolderSynced.load(ordering: .acquiring) }
      if streams.count > 3 {
        var folders = [events.number] + streams.map { $0.descriptor.number }
        if isNewStream { folders.append(self.streams.number) }
        try syncTogether(folders)
      } else {
        try disk.sync(events.number)
        for stream in streams { try disk.sync(stream.descriptor.number) }
        if isNewStream { try disk.sync(self.streams.number) }
      }
      for stream in streams { stream.isFolderSynced.store(true, ordering: .releasing) }
      try ledger?.sync()
    }
  }

  /// Brings an event that is there to the device once more.
  func syncEvent(_ id: EventID) throws(EventStoreError) {
    guard isSynced else { return }
    try syncNamed { () throws(Errno) in
      let file = try id.withFileName { name throws(Errno) in
        try disk.openFile(name, in: events.number)
      }
      try disk.sync(file.number)
    }
  }

  /// From the first name on, a failed sync leaves open what became of it.
  private func syncNamed(_ body: () throws(Errno) -> Void) throws(EventStoreError) {
    do {
      try body()
    } catch {
      let reason = "a sync failed (\(error))"
      failedSync.withLock { $0 = $0 ?? reason }
      throw EventStoreError.failed("sync the store", path, error).asUnknown
    }
  }
}

extension EventStoreError {
  /// The same failure after something may have become visible.
  var asUnknown: EventStoreError {
    guard code != .outcomeUnknown else { return self }
    return EventStoreError(
      code: .outcomeUnknown,
      message: "\(message) Whether it is stored is not known: append it again under the same id.",
      cause: cause)
  }
}
