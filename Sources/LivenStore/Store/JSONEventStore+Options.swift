extension JSONEventStore {
  /// Limits and modes of a store's files.
  public struct Options: Sendable, Hashable {
    /// The largest file that is written or read, 64 MiB.
    public var maximumEventBytes: Int
    /// The permissions of new files, 0600.
    public var fileMode: UInt32
    /// The permissions of new folders, 0700.
    public var folderMode: UInt32

    /// Takes limits and modes; by default a store is its owner's alone.
    public init(
      maximumEventBytes: Int = 64 << 20, fileMode: UInt32 = 0o600, folderMode: UInt32 = 0o700
    ) {
      self.maximumEventBytes = maximumEventBytes
      self.fileMode = fileMode
      self.folderMode = folderMode
    }
  }
}
