/// An aggregate's state with what has happened to it and is not saved yet.
///
/// | method | tracks events | use |
/// |---|---|---|
/// | ``apply(_:)`` | yes | new events that are to be saved |
/// | ``replay(_:)`` | no | events that are stored |
///
/// Members of the state are members of the root: `user.username`.
@dynamicMemberLookup
public struct AggregateRoot<State: Aggregate>: Sendable {
  /// What the events made of it.
  public private(set) var state: State
  /// How many events of the home stream it stands for.
  public internal(set) var version = 0
  /// How many stored events nothing was known of, and were passed over.
  public internal(set) var skippedCount = 0

  /// An event that is not saved yet, with its stored form once saving has been tried.
  struct Unsaved: Sendable {
    let event: any DomainEvent
    var stored: Event?
  }

  var unsaved: [Unsaved] = []
  /// Whether the state holds what no stored event says: then no snapshot is taken of it.
  var holdsUnstored = false
  /// The version of the last snapshot.
  var snapshotVersion = 0
  /// The last event of the home stream that it stands for.
  var lastID: EventID?
  /// The home stream that it was loaded from.
  var homeStream: StreamName?

  /// Makes a root to which nothing has happened yet.
  public init() { state = State() }

  init(state: State) { self.state = state }

  /// A member of the state.
  public subscript<Value>(dynamicMember path: KeyPath<State, Value>) -> Value {
    state[keyPath: path]
  }

  /// The events that were applied and are not saved yet.
  public var unsavedEvents: [any DomainEvent] { unsaved.map(\.event) }

  /// Handles a new event, then keeps it for saving.
  ///
  /// - Parameter event: what happened.
  /// - Throws: what the handler throws; state and unsaved events are then as they were.
  public mutating func apply(_ event: some DomainEvent) throws {
    try handle(event)
    unsaved.append(Unsaved(event: event))
  }

  /// Handles a stored event and does not keep it.
  ///
  /// - Parameter event: what happened.
  /// - Throws: what the handler throws; the state is then as it was.
  public mutating func replay(_ event: some DomainEvent) throws {
    try handle(event)
    holdsUnstored = true
  }

  private mutating func handle(_ event: some DomainEvent) throws {
    var next = state
    try next.handle(event)
    state = next
  }

  /// Handles one of many stored events; after an error the root is of no use.
  mutating func fold(_ event: any DomainEvent) throws { try state.handle(event) }

  /// Gives out the events that were applied, each once: a second call returns none.
  ///
  /// - Returns: the events in the order in which they were applied; empty if there are none.
  public mutating func collectUnsavedEvents() -> [any DomainEvent] {
    defer { unsaved = [] }
    holdsUnstored = holdsUnstored || !unsaved.isEmpty
    return unsavedEvents
  }
}
