extension StoreFolder {
  /// Makes what a store needs and is not there, the folders above it included.
  static func create(at path: String, options: JSONEventStore.Options) throws(EventStoreError) {
    try makeFolders(to: path, options)
    let root = try openRoot(path)
    try check(distrust(root, SystemDisk()), path, options)
    try make(StoreLayout.events, in: root, path, options)
    if try make(StoreLayout.streams, in: root, path, options) { try probeLinks(in: root, path) }
  }

  /// Makes what a writer needs: an empty ledger in a store without events.
  func prepareForWriting() throws(EventStoreError) {
    try checkTrust()
    let inner = try makeInnerFolder()
    try completeOrphans()
    guard currentLedger() == nil, ledgerProblem == nil, try isEmpty() else { return }
    try withCommitLock { ledger throws(EventStoreError) in
      guard ledger == nil else { return }
      try writeLedger(inner) { _ in }
    }
    if options.durability == .synced {
      do {
        for folder in [inner.root.number, events.number, streams.number, root.number] {
          try disk.sync(folder)
        }
      } catch {
        throw .failed("sync the new store", path, error)
      }
    }
  }

  private func isEmpty() throws(EventStoreError) -> Bool {
    var isEmpty = true
    try forEachEventID { _ in isEmpty = false }
    return isEmpty
  }

  private static func makeFolders(
    to path: String, _ options: JSONEventStore.Options
  ) throws(EventStoreError) {
    var ends = path.indices.filter { path[$0] == "/" && $0 != path.startIndex }
    ends.append(path.endIndex)
    for end in ends {
      do {
        try String(path[..<end]).withFileName { name throws(Errno) in
          try SystemCalls.makeFolder(name, mode: options.folderMode)
        }
      } catch .exists {
        continue
      } catch {
        throw .failed("create the folder", String(path[..<end]), error)
      }
    }
  }

  /// Makes one folder of the store; false if it was there.
  @discardableResult
  private static func make(
    _ name: String, in root: borrowing FileDescriptor, _ path: String,
    _ options: JSONEventStore.Options
  ) throws(EventStoreError) -> Bool {
    do {
      try name.withFileName { name throws(Errno) in
        try SystemCalls.makeFolder(name, in: root.number, mode: options.folderMode)
      }
      return true
    } catch .exists {
      return false
    } catch {
      throw .failed("create the folder", "\(path)/\(name)", error)
    }
  }

  /// Tries a symbolic link in a new store, so that the first `link` is not the one to find out.
  private static func probeLinks(
    in root: borrowing FileDescriptor, _ path: String
  ) throws(EventStoreError) {
    let probe = ".livenstore-probe"
    do {
      try probe.withFileName { name throws(Errno) in
        try SystemCalls.symbolicLink(to: name, name, in: root.number)
        try SystemCalls.unlink(name, in: root.number)
      }
    } catch .exists {
      return
    } catch {
      let system = FileSystem.name(of: root.number) ?? "this file system"
      throw EventStoreError(
        code: .unsupported,
        message: "\(path): \(system) has no symbolic links, of which streams are made: "
          + "put the store on ext4, XFS, btrfs or APFS.", cause: error)
    }
  }
}
