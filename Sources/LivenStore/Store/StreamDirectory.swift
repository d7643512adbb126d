import Synchronization

/// A stream's folder, held open: its links are made and listed relative to it.
final class StreamDirectory: Sendable {
  let descriptor: FileDescriptor
  private let turn = Mutex<Void>(())

  init(_ descriptor: consuming FileDescriptor) { self.descriptor = descriptor }

  /// Runs `body` while no other thread or process changes the stream under the same lock.
  ///
  /// A lock of `flock(2)` belongs to the open file, which threads share: hence the mutex before it.
  func withLock<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try turn.withLock { _ throws(Failure) in
      // Without a lock of the file system (some network ones) the mutex still serves this process.
      try? SystemCalls.lock(descriptor.number)
      defer { SystemCalls.unlock(descriptor.number) }
      return try body()
    }
  }

  /// The ids of the links, in id order.
  func sortedIDs() throws(Errno) -> [EventID] {
    var ids: [EventID] = []
    try DirectoryReader.forEachName(in: descriptor.number) { name, kind in
      guard kind.mayBeLink, let id = EventID(fileName: name) else { return }
      ids.append(id)
    }
    ids.sort()
    return ids
  }
}
