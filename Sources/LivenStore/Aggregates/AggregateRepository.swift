/// Loads and saves aggregates, each in its home stream `<category>-<id>`.
///
/// ```swift
/// let users = AggregateRepository<User>(store: store)
/// try await users.update("42") { user in try user.apply(UserRenamed(newUsername: "bea")) }
/// ```
public struct AggregateRepository<State: Aggregate>: Sendable {
  /// What becomes of stored events that the aggregate does not know.
  public enum UnknownEvents: Sendable, Hashable {
    /// Loading throws; nothing is passed over unseen.
    case refuse
    /// They are passed over and counted in ``AggregateRoot/skippedCount``.
    case skip
  }

  let store: any EventStore
  let registry: EventRegistry
  let unknownEvents: UnknownEvents
  let snapshots: SnapshotKeeper<State>?

  /// Takes a store and what to do of events that the aggregate does not know.
  public init(store: any EventStore, unknownEvents: UnknownEvents = .refuse) {
    self.init(store: store, unknownEvents: unknownEvents, snapshots: nil)
  }

  init(store: any EventStore, unknownEvents: UnknownEvents, snapshots: SnapshotKeeper<State>?) {
    self.store = store
    self.unknownEvents = unknownEvents
    self.snapshots = snapshots
    registry = EventRegistry(State.handledEvents)
  }

  /// Whether an aggregate has any event.
  ///
  /// - Parameter id: its id.
  /// - Returns: whether its home stream holds an event.
  /// - Throws: ``EventStoreError``.
  public func exists(_ id: String) async throws(EventStoreError) -> Bool {
    try await !store.eventIDs(in: State.homeStream(of: id)).isEmpty
  }

  /// Reads an aggregate's events as they are stored, in their order.
  ///
  /// - Parameter id: its id.
  /// - Returns: the events.
  /// - Throws: ``EventStoreError`` of code `notFound` if it has none.
  public func history(_ id: String) async throws(EventStoreError) -> [Event] {
    try await store.readStream(State.homeStream(of: id))
  }

  /// Loads an aggregate as it is now.
  ///
  /// - Parameter id: its id.
  /// - Returns: the aggregate, ready for ``AggregateRoot/apply(_:)`` and ``save(_:)``.
  /// - Throws: ``EventStoreError`` of code `notFound`, `handlerNotFound`, `payloadMismatch`,
  ///   `eventRefused`.
  public func load(_ id: String) async throws -> AggregateRoot<State> {
    let stream = try State.homeStream(of: id)
    guard let root = try await loadIfThere(stream) else {
      throw EventStoreError.unknownStream(stream)
    }
    return root
  }

  /// Loads an aggregate as it was at a moment; it cannot be saved.
  ///
  /// - Parameters:
  ///   - id: its id.
  ///   - moment: the moment; behind the last event it is now.
  /// - Returns: the state.
  /// - Throws: the errors of ``load(_:)``.
  public func load(_ id: String, at moment: Moment) async throws -> State {
    let stream = try State.homeStream(of: id)
    var root = AggregateRoot<State>()
    for event in try await events(of: stream, until: moment) { try fold(event, into: &root) }
    return root.state
  }

  private func events(of stream: StreamName, until moment: Moment) async throws -> [Event] {
    switch moment {
    case .version(let version):
      return try await store.readStream(stream, after: nil, limit: max(0, version)).events
    case .time(let milliseconds):
      return try await store.readStream(stream)
        .filter { event in event.id.timeMilliseconds.map { $0 <= milliseconds } ?? true }
    case .position(let position):
      let positions = try await store.positions(in: stream)
      return try await store.readStream(stream)
        .filter { event in positions[event.id].map { $0 <= position } ?? false }
    }
  }
}

extension AggregateRepository {
  /// Loads from the last snapshot on; `nil` if there is no event.
  func loadIfThere(_ stream: StreamName) async throws -> AggregateRoot<State>? {
    if let root = try await loadFromSnapshot(stream) { return root }
    let page: StreamPage
    do {
      page = try await store.readStream(stream, after: nil, limit: .max)
    } catch {
      if error.code == .notFound { return nil }
      throw error
    }
    guard !page.events.isEmpty else { return nil }
    var root = AggregateRoot<State>()
    root.homeStream = stream
    for event in page.events { try fold(event, into: &root) }
    await snapshots?.keepIfDue(&root, of: stream)
    return root
  }

  private func loadFromSnapshot(_ stream: StreamName) async throws -> AggregateRoot<State>? {
    guard var root = await snapshots?.root(of: stream) else { return nil }
    root.homeStream = stream
    // A snapshot of a stream that is not there (another store's) is none.
    guard let page = try? await store.readStream(stream, after: root.lastID, limit: .max) else {
      return nil
    }
    // An event that was linked in before the snapshot's last one shifts what stands behind it.
    guard page.version == root.version + page.events.count else { return nil }
    for event in page.events { try fold(event, into: &root) }
    await snapshots?.keepIfDue(&root, of: stream)
    return root
  }

  private func fold(_ event: Event, into root: inout AggregateRoot<State>) throws {
    root.version += 1
    root.lastID = event.id
    guard let domainEvent = try registry.decode(event) else {
      guard unknownEvents == .skip else {
        throw EventStoreError.handlerNotFound(event.type.shortName, on: "\(State.self)")
      }
      root.skippedCount += 1
      return
    }
    do {
      try root.fold(domainEvent)
    } catch {
      throw EventStoreError.refused(event, by: "\(State.self)", error)
    }
  }
}

extension EventStoreError {
  static func refused(
    _ event: Event, by handler: String, _ cause: any Error
  ) -> EventStoreError {
    EventStoreError(
      code: .eventRefused,
      message: "\(handler) refuses the stored \(event.type) '\(event.id)': \(cause)", cause: cause)
  }
}
