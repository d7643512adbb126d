import Synchronization

/// A stream's folder, held open: its links are made and listed relative to it.
final class StreamDirectory: Sendable {
  let descriptor: FileDescriptor
  /// Whether the folder itself is known to be on the device.
  let isFolderSynced = Atomic<Bool>(false)
  private let turn = Mutex<Void>(())

  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Runs `body` while no other thread or process appends to the stream.
  ///
  /// A lock of `flock(2)` belongs to the open file, which threads share: hence the mutex before it.
  func withLock<Result, Failure: Error>(
    _ disk: any Disk, shared: Bool = false, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try turn.withLock { _ throws(Failure) in
      // Without a lock of the file system (some network ones) the mutex still serves this process.
      try? disk.lock(descriptor.number, shared: shared)
      defer { disk.unlock(descriptor.number) }
      return try body()
    }
  }

  /// The ids of the links, in id order, without holes: if a writer links in order, what is left out is
  /// the end.
  ///
  /// A folder that changes while it is listed is listed twice; then only what sorts behind all of the
  /// first list may be incomplete, and is left out.
  func sortedIDs(_ disk: any Disk) throws(Errno) -> [EventID] {
    let before = try disk.status(of: descriptor.number).modifiedNanoseconds
    let ids = try listed(disk)
    guard try disk.status(of: descriptor.number).modifiedNanoseconds != before, let last = ids.last
    else { return ids }
    return try listed(disk).filter { $0 <= last }
  }

  private func listed(_ disk: any Disk) throws(Errno) -> [EventID] {
    var ids: [EventID] = []
    try disk.forEachName(in: descriptor.number) { name, kind in
      guard kind.mayBeLink, let id = EventID(fileName: name) else { return }
      ids.append(id)
    }
    ids.sort()
    return ids
  }
}
