/// Where `repair` moves what is no part of a store, with a log of where it stood.
///
/// The log's line is written and synced before the move, so that nothing is anywhere unknown.
struct Quarantine: ~Copyable {
  private static let log = "log.jsonl"
  private let folder: StoreFolder
  private let root: FileDescriptor

  init(_ folder: StoreFolder, _ inner: InnerFolder) throws(EventStoreError) {
    self.folder = folder
    do throws(Errno) {
      do throws(Errno) {
        try StoreLayout.quarantine.withFileName { name throws(Errno) in
          try folder.disk.makeFolder(name, in: inner.root.number, mode: folder.options.folderMode)
        }
        try folder.disk.sync(inner.root.number)
      } catch .exists {
        // It is there from an earlier repair.
      }
      root = try StoreLayout.quarantine.withFileName { name throws(Errno) in
        try folder.disk.openFolder(name, in: inner.root.number)
      }
    } catch {
      throw .failed("make the quarantine", folder.path, error)
    }
  }

  /// Moves an entry here; one that is gone by now is no failure.
  func take(
    _ name: [UInt8], from parent: [String], _ finding: VerificationFinding
  ) throws(EventStoreError) {
    let target = "\(parent.joined(separator: ","))-\(SystemEntropy.randomBits().1)"
    do throws(Errno) {
      try write(target, finding)
      try folder.withFolder(parent) { source throws(Errno) in
        try FileNameBytes.with(name) { name throws(Errno) in
          try target.withFileName { target throws(Errno) in
            try folder.disk.move(name, in: source, to: target, in: root.number)
          }
        }
        try folder.disk.sync(root.number)
        try folder.disk.sync(source)
      }
    } catch .notFound {
      return
    } catch {
      throw .failed("move to the quarantine", finding.subject, error)
    }
  }

  private func write(_ target: String, _ finding: VerificationFinding) throws(Errno) {
    let line = JSONValue.object([
      JSONMember(
        name: "time",
        value: .string(Timestamp.rfc3339(milliseconds: Int64(SystemClock.unixMilliseconds())))),
      JSONMember(name: "from", value: .string(finding.subject)),
      JSONMember(name: "to", value: .string(target)),
      JSONMember(name: "code", value: .string(finding.code)),
      JSONMember(name: "message", value: .string(finding.message)),
    ])
    try Quarantine.log.withFileName { name throws(Errno) in
      let file = try openLog(name)
      try folder.disk.write(file.number, bytes: JSONWriter.bytes(of: line) + [0x0A])
      try folder.disk.sync(file.number)
    }
  }

  private func openLog(_ name: FileName) throws(Errno) -> FileDescriptor {
    do {
      _ = try folder.disk.createFile(name, in: root.number, mode: folder.options.fileMode)
    } catch .exists {
      // An earlier line made it.
    }
    return try folder.disk.openLog(name, in: root.number)
  }
}
