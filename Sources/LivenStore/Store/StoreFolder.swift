import Synchronization

/// The files of a store, through folders that are held open.
///
/// Everything blocks, nothing is cached but open folders; ``JSONEventStore`` is the public face.
final class StoreFolder: Sendable {
  let path: String
  let disk: any Disk
  let options: JSONEventStore.Options
  let root: FileDescriptor
  let events: FileDescriptor
  let streams: FileDescriptor
  /// Why nobody should write here; `nil` if nothing speaks against it.
  let distrust: String?
  /// Whether the file system makes files without a name; tried once.
  let makesUnnamedFiles = Atomic<Bool>(true)
  let openStreams = Mutex<[StreamName: StreamDirectory]>([:])

  let inner = Mutex<InnerFolder?>(nil)
  /// Held, with the lock of `events/`, while names and rows are given.
  let ledgerState = Mutex(LedgerState())
  /// Why this handle does not write any more.
  let failedSync = Mutex<String?>(nil)

  /// For the first read of a file; larger files take another.
  let readBuffers = ReadBuffers(byteCount: 64 << 10)

  /// How many stream folders are held open at most.
  static let maximumOpenStreams = 128

  /// Commits in groups what is to be on the device before it is acknowledged.
  var committer: Committer {
    sharedCommitter.withLock { committer in
      if let committer { return committer }
      let made = Committer { [unowned self] in commit($0) }
      committer = made
      return made
    }
  }
  private let sharedCommitter = Mutex<Committer?>(nil)

  /// Opens a store that is there and creates nothing.
  convenience init(opening path: String, options: JSONEventStore.Options) throws(EventStoreError) {
    try self.init(
      path: path, root: try StoreFolder.openRoot(path), disk: SystemDisk(), options: options)
  }

  /// Opens the folders of a store on any disk.
  init(
    path: String, root: consuming FileDescriptor, disk: any Disk, options: JSONEventStore.Options
  ) throws(EventStoreError) {
    self.path = path
    self.disk = disk
    self.options = options
    events = try StoreFolder.openPart(StoreLayout.events, of: root, path, disk)
    streams = try StoreFolder.openPart(StoreLayout.streams, of: root, path, disk)
    distrust = StoreFolder.distrust(root, disk)
    self.root = root
  }

  static func openRoot(_ path: String) throws(EventStoreError) -> FileDescriptor {
    do {
      return try SystemCalls.openFolder(path: path)
    } catch .notFound {
      throw EventStoreError(
        code: .notFound, message: "\(path): no such folder. Is the path right?",
        cause: Errno.notFound)
    } catch .notAFolder {
      throw EventStoreError(
        code: .notAStore, message: "\(path): a file, not a folder. A store is a folder.",
        cause: Errno.notAFolder)
    } catch {
      throw .failed("open the store", path, error)
    }
  }

  private static func openPart(
    _ name: String, of root: borrowing FileDescriptor, _ path: String, _ disk: any Disk
  ) throws(EventStoreError) -> FileDescriptor {
    do {
      return try name.withFileName { name throws(Errno) in
        try disk.openFolder(name, in: root.number)
      }
    } catch .notFound {
      throw EventStoreError(
        code: .notAStore, message: "\(path): no \(name)/ folder here. Is this a LivenStore?",
        cause: Errno.notFound)
    } catch {
      throw .failed("open the folder", "\(path)/\(name)", error)
    }
  }

  /// Runs `body` with the folder of a stream; `nil` if there is none.
  func directory(of stream: StreamName) throws(EventStoreError) -> StreamDirectory? {
    if let open = openStreams.withLock({ $0[stream] }) { return open }
    do {
      let opened = StreamDirectory(
        try stream.description.withFileName { name throws(Errno) in
          try disk.openFolder(name, in: streams.number)
        })
      return remember(opened, as: stream)
    } catch .notFound {
      return nil
    } catch {
      throw .failed("open the stream", "streams/\(stream)", error)
    }
  }

  private func remember(_ directory: StreamDirectory, as stream: StreamName) -> StreamDirectory {
    openStreams.withLock { open in
      // Two threads may open one stream at once: the first one's folder serves both, locks included.
      if let first = open[stream] { return first }
      if open.count >= StoreFolder.maximumOpenStreams { open.removeAll() }
      open[stream] = directory
      return directory
    }
  }

  /// Lets go of a folder that was removed behind our back.
  func forget(_ stream: StreamName) {
    openStreams.withLock { $0[stream] = nil }
  }
}
