/// Turns states into snapshots and back, for aggregates that can be coded.
struct SnapshotKeeper<State: Aggregate>: Sendable {
  let store: any SnapshotStore
  /// How many events lie between two snapshots.
  let interval: Int
  private let shape: String
  private let encode: @Sendable (State) throws -> [UInt8]
  private let decode: @Sendable ([UInt8]) throws -> State

  init(store: any SnapshotStore, interval: Int, revision: Int) where State: Codable {
    precondition(interval > 0, "interval (\(interval)) must be greater than zero")
    self.store = store
    self.interval = interval
    shape = "\(revision) \(StateShape.text(of: State()))"
    encode = { try EventCoding.encode($0) }
    decode = { try EventCoding.decode(State.self, fromJSON: $0) }
  }

  /// What to go on from; `nil` if there is no snapshot of today's shape.
  func root(of stream: StreamName) async -> AggregateRoot<State>? {
    guard let snapshot = await store.snapshot(of: stream), snapshot.shape == shape,
      let state = try? decode(snapshot.state)
    else { return nil }
    var root = AggregateRoot(state: state)
    root.version = snapshot.version
    root.snapshotVersion = snapshot.version
    root.lastID = snapshot.lastID
    return root
  }

  /// Keeps a snapshot if enough has happened since the last one, and nothing is unsaved or unknown.
  func keepIfDue(_ root: inout AggregateRoot<State>, of stream: StreamName) async {
    guard root.version - root.snapshotVersion >= interval, root.unsaved.isEmpty,
      root.skippedCount == 0, !root.holdsUnstored, let lastID = root.lastID,
      let bytes = try? encode(root.state)
    else { return }
    root.snapshotVersion = root.version
    await store.keep(
      Snapshot(shape: shape, version: root.version, lastID: lastID, state: bytes), of: stream)
  }
}

extension AggregateRepository where State: Codable {
  /// Takes a store and where to keep snapshots, from which a load goes on.
  ///
  /// A snapshot of a state whose members, or members of its structs, have changed is dropped by itself.
  /// What handlers do cannot be seen, nor the elements of arrays, dictionaries and optionals: a new
  /// `revision` drops those that older ones made.
  ///
  /// - Parameters:
  ///   - store: the events.
  ///   - snapshots: where to keep snapshots; a ``JSONEventStore`` keeps them in its folder.
  ///   - interval: how many events lie between two snapshots.
  ///   - revision: a number that changes when handlers do.
  ///   - unknownEvents: what becomes of events that the aggregate does not know.
  public init(
    store: any EventStore, snapshots: any SnapshotStore, interval: Int = 100, revision: Int = 1,
    unknownEvents: UnknownEvents = .refuse
  ) {
    self.init(
      store: store, unknownEvents: unknownEvents,
      snapshots: SnapshotKeeper(store: snapshots, interval: interval, revision: revision))
  }
}
