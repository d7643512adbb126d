extension StoreFolder {
  /// The times of the last comparison; of another generation they mean nothing.
  func readStamps(of ledger: LedgerFile, _ inner: InnerFolder) -> FolderStamps? {
    let bytes = try? StoreLayout.times.withFileName { name throws(Errno) in
      let file = try disk.openFile(name, in: inner.root.number)
      return try disk.readBytes(file.number, at: 0, maximumBytes: 16 << 20)
    }
    let stamps = bytes.flatMap { FolderStamps($0) }
    return stamps?.generation == ledger.generation ? stamps : nil
  }

  /// Leaves the times for the next comparison; without them it compares everything.
  func writeStamps(_ stamps: FolderStamps, _ inner: InnerFolder) {
    // A store that cannot be written to is compared each time.
    try? replaceFile(named: StoreLayout.times, in: inner.root.number, stamps.bytes)
  }

  /// Whether no folder has changed since it was last compared with the ledger.
  func ledgerIsCurrent() -> Bool {
    guard let ledger = currentLedger(), let inner = innerFolder(),
      let stamps = readStamps(of: ledger, inner),
      stamps.events != FolderStamps.never, stamps.streams != FolderStamps.never,
      stamp(of: events.number) == stamps.events, stamp(of: streams.number) == stamps.streams
    else { return false }
    return ledger.nameTable.all(.link).allSatisfy { number, text in
      guard let name = StreamName(text) else { return false }
      return stamp(of: name) == stamps.ofStream[number]
    }
  }

  /// A folder's time, if it can be trusted.
  func stamp(of folder: Int32) -> Int64 {
    guard let time = time(of: folder) else { return FolderStamps.never }
    return FolderClock.isTrusted(time, readAt: FolderClock.nowNanoseconds())
      ? time : FolderStamps.never
  }

  /// When a folder was last changed; `nil` if it cannot be told.
  func time(of folder: Int32) -> Int64? { try? disk.status(of: folder).modifiedNanoseconds }

  /// A stream's folder's time without opening it.
  func stamp(of stream: StreamName) -> Int64? {
    try? stream.description.withFileName { name throws(Errno) in
      let status = try disk.status(of: name, in: streams.number)
      guard status.isFolder else { throw .notAFolder }
      return status.modifiedNanoseconds
    }
  }
}
