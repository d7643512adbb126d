extension StoreFolder {
  func readSnapshot(of stream: StreamName) -> [UInt8]? {
    guard let inner = innerFolder() else { return nil }
    return try? StoreLayout.snapshots.withFileName { name throws(Errno) in
      let snapshots = try disk.openFolder(name, in: inner.root.number)
      return try stream.description.withFileName { name throws(Errno) in
        let file = try disk.openFile(name, in: snapshots.number)
        let size = min(try disk.status(of: file.number).sizeBytes, options.maximumEventBytes)
        return try disk.readBytes(file.number, at: 0, maximumBytes: size)
      }
    }
  }

  func writeSnapshot(_ bytes: [UInt8], of stream: StreamName) {
    guard isTrusted, let inner = try? makeInnerFolder() else { return }
    try? StoreLayout.snapshots.withFileName { name throws(Errno) in
      do throws(Errno) {
        try disk.makeFolder(name, in: inner.root.number, mode: options.folderMode)
      } catch .exists {
        // It is there from the snapshot before.
      }
      let snapshots = try disk.openFolder(name, in: inner.root.number)
      try replaceFile(named: stream.description, in: snapshots.number, bytes)
    }
  }
}
