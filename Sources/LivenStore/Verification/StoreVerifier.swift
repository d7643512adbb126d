/// Looks at everything in a store and says what is not as it should be; changes nothing.
///
/// Memory holds ids, never payloads. The checks are those of the table in the documentation of `verify`:
/// V01 folders, V02 modes, V03–V11 events, V12–V15 streams, V16 intents, V17 temporary files, V18–V19
/// names, V20 ledger, V21 the file system.
package struct StoreVerifier {
  let path: String
  let folder: StoreFolder
  let report: (VerificationFinding) -> Void
  let progress: (Int, Int) -> Void
  let stop: StopFlag
  /// The ids of event files that are events.
  var soundIDs = SortedIDs()
  /// The ids of event files that are none.
  var unsoundIDs: Set<EventID> = []
  var linkCount = 0
  var linkedIDs: Set<EventID> = []

  /// Verifies a store of any disk that is open already; `stop` ends it early, with what was found.
  package init(
    _ store: JSONEventStore, stop: StopFlag = StopFlag(),
    progress: @escaping (Int, Int) -> Void = { _, _ in },
    report: @escaping (VerificationFinding) -> Void
  ) {
    path = store.path
    folder = store.folder
    self.progress = progress
    self.stop = stop
    self.report = report
  }

  /// Runs all checks.
  ///
  /// - Throws: ``EventStoreError`` if a folder cannot be listed.
  package mutating func run() throws(EventStoreError) {
    checkModes()
    try checkEvents()
    try checkStreams()
    // What is missing is known only when all was looked at.
    guard !stop.isSet else { return }
    checkUnlinked()
    checkIntents()
    try checkLedger()
    checkFileSystem()
  }

  func found(
    _ code: String, _ level: VerificationFinding.Level, _ subject: String, _ message: String,
    _ remedy: Remedy? = nil
  ) {
    report(VerificationFinding(code, level, subject, message, remedy: remedy))
  }

  /// Finds what keeps a folder from being opened as a store; empty if nothing does.
  package static func folderProblems(at path: String) -> [VerificationFinding] {
    guard let root = try? SystemCalls.openFolder(path: path) else {
      return [VerificationFinding("V01", .error, path, "is no folder that can be opened")]
    }
    let device = try? SystemCalls.status(of: root.number).device
    return [StoreLayout.events, StoreLayout.streams].compactMap { name in
      let status = try? name.withFileName { name throws(Errno) in
        try SystemCalls.status(of: name, in: root.number)
      }
      guard let status else {
        return VerificationFinding("V01", .error, name, "is missing", remedy: .makeFolder(name))
      }
      if status.kind == .link {
        return VerificationFinding("V01", .error, name, "is a symbolic link, not a folder")
      }
      if !status.isFolder { return VerificationFinding("V01", .error, name, "is not a folder") }
      if status.device != device {
        return VerificationFinding("V01", .error, name, "is on another device than the store")
      }
      return nil
    }
  }

  private func checkModes() {
    let folders = [
      (".", folder.root.number), (StoreLayout.events, folder.events.number),
      (StoreLayout.streams, folder.streams.number),
    ]
    for (name, descriptor) in folders {
      guard let status = try? folder.disk.status(of: descriptor) else { continue }
      if status.mode & 0o022 != 0 {
        found(
          "V02", .warning, name, "may be written to by its group or by others",
          .closeModes(name))
      }
      if status.owner != FileSystem.currentUser, folder.disk is SystemDisk {
        found("V02", .warning, name, "belongs to another user (\(status.owner))")
      }
    }
  }

  private func checkUnlinked() {
    let count = soundIDs.ids.count { !linkedIDs.contains($0) }
    if count > 0 { found("V15", .info, StoreLayout.events, "\(count) events are in no stream") }
  }

  private func checkFileSystem() {
    let name = FileSystem.name(of: folder.root.number) ?? "a file system we do not know"
    let unnamed = (try? folder.disk.openUnnamedFile(in: folder.events.number, mode: 0o600)) != nil
    found(
      "V21", .info, ".",
      "lies on \(name); files without names: \(unnamed ? "yes" : "no, or not for us")")
  }
}

/// Ids that are sorted once all are there.
struct SortedIDs {
  private(set) var ids: [EventID] = []

  mutating func take(_ sorted: [EventID]) { ids = sorted }

  func contains(_ id: EventID) -> Bool { ids.holdsSorted(id) }
}
