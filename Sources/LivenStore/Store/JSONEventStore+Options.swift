extension JSONEventStore {
  /// Durability, limits and modes of a store's files.
  public struct Options: Sendable, Hashable {
    /// The largest file that is written or read, 64 MiB.
    public var maximumEventBytes: Int
    /// The permissions of new files, 0600.
    public var fileMode: UInt32
    /// The permissions of new folders, 0700.
    public var folderMode: UInt32
    /// Whether to write into a folder of another user, or one that everybody may write to; false.
    public var trustsFolder: Bool
    /// When an append is acknowledged: ``Durability/synced`` by default.
    public var durability: Durability

    /// Takes durability, limits and modes; by default a store is its owner's alone.
    public init(
      durability: Durability = .synced, maximumEventBytes: Int = 64 << 20,
      fileMode: UInt32 = 0o600, folderMode: UInt32 = 0o700, trustsFolder: Bool = false
    ) {
      self.durability = durability
      self.maximumEventBytes = maximumEventBytes
      self.fileMode = fileMode
      self.folderMode = folderMode
      self.trustsFolder = trustsFolder
    }
  }

  /// What an acknowledged append has survived.
  public enum Durability: String, Sendable, Hashable, CaseIterable {
    /// A power cut: file, names and ledger are on the device.
    case synced
    /// A killed process, not a power cut: everything is with the operating system.
    case buffered
  }
}
