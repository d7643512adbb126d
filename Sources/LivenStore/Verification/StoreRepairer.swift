/// Mends a store: moves aside, completes, rebuilds.
///
/// No event is deleted or rewritten.
///
/// Each step can be cut off anywhere and done again.
package struct StoreRepairer {
  private let store: JSONEventStore
  private let fixesModes: Bool

  /// Repairs a store that opens; `fixesModes` also takes the right to write from group and others.
  package init(_ store: JSONEventStore, fixesModes: Bool = false) {
    self.store = store
    self.fixesModes = fixesModes
  }

  /// What a finding's remedy is, in words; `nil` if nothing is done about it.
  package func plan(for finding: VerificationFinding) -> String? {
    switch finding.remedy {
    case nil: nil
    case .makeFolder(let name): "make the folder \(name)/"
    case .closeModes(let name):
      fixesModes ? "take the right to write to \(name) from others" : nil
    case .quarantine: "move it to \(StoreLayout.inner)/\(StoreLayout.quarantine)/"
    case .completeIntents: "complete the append"
    case .dropTemporary: "remove the temporary file"
    case .rebuildLedger: "compare the ledger with the files and rebuild it if need be"
    }
  }

  /// Makes the folders without which a store does not open.
  package static func makeFolders(
    at path: String, _ findings: [VerificationFinding], mode: UInt32 = 0o700
  ) throws(EventStoreError) {
    let root = try StoreFolder.openRoot(path)
    for finding in findings {
      guard case .makeFolder(let name) = finding.remedy else { continue }
      do {
        try name.withFileName { name throws(Errno) in
          try SystemCalls.makeFolder(name, in: root.number, mode: mode)
        }
        try SystemCalls.sync(root.number)
      } catch .exists {
        continue
      } catch {
        throw .failed("create the folder", "\(path)/\(name)", error)
      }
    }
  }

  /// Applies the remedies of the findings.
  ///
  /// - Throws: ``EventStoreError`` of the system's codes; what was done before stays done.
  package func apply(_ findings: [VerificationFinding]) throws(EventStoreError) {
    let folder = store.folder
    try folder.checkTrust()
    let inner = try folder.makeInnerFolder()
    for finding in findings {
      switch finding.remedy {
      case .closeModes(let name) where fixesModes: try closeModes(name)
      case .quarantine(let parent, let name):
        try Quarantine(folder, inner).take(name, from: parent, finding)
      case .dropTemporary(let parent, let name): drop(name, from: parent)
      default: continue
      }
    }
    try folder.completeOrphans()
    // The files have changed: rows that lost theirs are found by a comparison, and then rebuilt.
    if folder.currentLedger() != nil || folder.ledgerProblem != nil {
      folder.forgetStamps(inner)
      _ = try store.ledgerView()
    }
  }

  private func closeModes(_ name: String) throws(EventStoreError) {
    let folder = store.folder
    let descriptor =
      switch name {
      case StoreLayout.events: folder.events.number
      case StoreLayout.streams: folder.streams.number
      default: folder.root.number
      }
    do {
      let mode = try folder.disk.status(of: descriptor).mode
      try SystemCalls.changeMode(of: descriptor, to: mode & ~0o022)
    } catch {
      throw .failed("change the mode of", "\(store.path)/\(name)", error)
    }
  }

  /// A temporary file is dropped once it is an hour old: its writer may be at work.
  private func drop(_ name: [UInt8], from parent: [String]) {
    let folder = store.folder
    folder.withCommitLock { _ in
      try? folder.withFolder(parent) { descriptor throws(Errno) in
        try String(decoding: name, as: UTF8.self).withFileName { name throws(Errno) in
          let status = try folder.disk.status(of: name, in: descriptor)
          let age = Int64(SystemClock.unixMilliseconds()) - status.modifiedNanoseconds / 1_000_000
          if age > 3_600_000 { try folder.disk.unlink(name, in: descriptor) }
        }
      }
    }
  }
}

extension StoreFolder {
  /// Calls `body` with a folder below the root, each part of the path opened without following links.
  func withFolder<Result>(
    _ path: [String], _ body: (Int32) throws(Errno) -> Result
  ) throws(Errno) -> Result {
    guard let first = path.first else { return try body(root.number) }
    var folder = try first.withFileName { name throws(Errno) in
      try disk.openFolder(name, in: root.number)
    }
    for part in path.dropFirst() {
      folder = try part.withFileName { name throws(Errno) in
        try disk.openFolder(name, in: folder.number)
      }
    }
    return try body(folder.number)
  }

  /// The next comparison looks at every folder.
  func forgetStamps(_ inner: InnerFolder) {
    try? StoreLayout.times.withFileName { name throws(Errno) in
      try disk.unlink(name, in: inner.root.number)
    }
  }
}
