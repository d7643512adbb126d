/// An aggregate's state at a version, from which a load can go on.
public struct Snapshot: Sendable, Hashable {
  /// The members of the state and their types: of another shape it is of no use any more.
  public let shape: String
  /// How many events of the home stream it stands for.
  public let version: Int
  /// The last of these events.
  public let lastID: EventID
  /// The state as JSON.
  public let state: [UInt8]

  /// Puts a snapshot together.
  public init(shape: String, version: Int, lastID: EventID, state: [UInt8]) {
    self.shape = shape
    self.version = version
    self.lastID = lastID
    self.state = state
  }
}

/// Where snapshots are kept.
///
/// They may be lost at any time: loading then takes longer, no more.
public protocol SnapshotStore: Sendable {
  /// The last snapshot that was kept of a home stream; `nil` if there is none.
  func snapshot(of stream: StreamName) async -> Snapshot?

  /// Keeps a snapshot in the place of the one before.
  func keep(_ snapshot: Snapshot, of stream: StreamName) async
}
