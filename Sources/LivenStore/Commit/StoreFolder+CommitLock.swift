import Synchronization

extension StoreFolder {
  /// Runs `body` while no other thread or process gives names to events and links or writes rows.
  ///
  /// So the order of rows is the order in which names came. The lock is that of `events/`, never of the
  /// ledger, which may be replaced.
  func withCommitLock<Result, Failure: Error>(
    _ body: (LedgerFile?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try ledgerState.withLock { state throws(Failure) in
      // Without a lock of the file system (some network ones) the mutex still serves this process.
      try? disk.lock(events.number, shared: false)
      defer { disk.unlock(events.number) }
      return try body(current(&state))
    }
  }

  /// The ledger that stands at its path now; `nil` while there is none that can be used.
  func currentLedger() -> LedgerFile? {
    ledgerState.withLock { state in current(&state) }
  }

  private func current(_ state: inout LedgerState) -> LedgerFile? {
    guard let inner = innerFolder() else { return nil }
    let found = try? StoreLayout.ledgerName.withFileName { name throws(Errno) in
      try disk.identity(of: name, in: inner.root.number)
    }
    if let file = state.file, let found, file.inode == found.inode {
      file.note(sizeBytes: found.sizeBytes)
      return file
    }
    state.file = nil
    state.problem = nil
    do {
      state.file = try LedgerFile.open(in: inner.root.number, disk: disk)
    } catch {
      state.problem = error
    }
    return state.file
  }

  /// Why the ledger that is there cannot be used; `nil` if it can, or if there is none.
  var ledgerProblem: LedgerProblem? {
    _ = currentLedger()
    return ledgerState.withLock { $0.problem }
  }

  /// The folder `.livenstore`; `nil` if the store has none.
  func innerFolder() -> InnerFolder? {
    inner.withLock { inner in
      if inner == nil { inner = try? InnerFolder.open(in: root.number, disk: disk) }
      return inner
    }
  }

  /// The folder `.livenstore`, made if it is not there.
  func makeInnerFolder() throws(EventStoreError) -> InnerFolder {
    if let inner = innerFolder() { return inner }
    do {
      let isNew = try InnerFolder.make(in: root.number, disk: disk, mode: options.folderMode)
      if isNew, options.durability == .synced { try disk.sync(root.number) }
    } catch {
      throw .failed("create the folder", "\(path)/\(StoreLayout.inner)", error)
    }
    guard let inner = innerFolder() else {
      // It was made just now, so what keeps it shut is one of its own.
      let name = "\(path)/\(StoreLayout.inner)/\(StoreLayout.intents)"
      throw .failed("open the folder", name, .notAFolder)
    }
    return inner
  }
}
