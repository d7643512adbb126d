import Synchronization

/// An aggregate's life: each event with the state before and after it.
///
/// ```swift
/// for try await step in users.timeline("42") { print(step.version, step.event.type, step.changes) }
/// ```
/// Events are read one by one; what stays in memory is the ids, and a state for each hundred events that
/// were passed, so that any step is at most a hundred events away. An event that is unknown, cannot be read
/// (it has no type then), or is refused by its handler is a step with an error, and the timeline goes on.
///
/// A timeline holds the events that were there when it was first asked.
public final class Timeline<State: Aggregate>: AsyncSequence, Sendable {
  /// A step.
  public typealias Element = TimelineStep<State>

  /// How many events lie between two states that are kept.
  static var interval: Int { 100 }

  let store: any EventStore
  let registry: EventRegistry
  private let home: Result<StreamName, EventStoreError>
  private let known = Mutex<[EventID]?>(nil)
  /// The states at versions 0, 100, 200, … as far as they are known.
  private let states = Mutex<[State]>([State()])

  init(
    _ home: Result<StreamName, EventStoreError>, store: any EventStore, registry: EventRegistry
  ) {
    self.home = home
    self.store = store
    self.registry = registry
  }

  /// The steps from the first event on.
  public func makeAsyncIterator() -> TimelineIterator<State> {
    TimelineIterator(self, from: 0, state: State())
  }

  /// The ids of the events, in their order.
  ///
  /// - Throws: ``EventStoreError`` of code `notFound` if there are none.
  public func eventIDs() async throws -> [EventID] {
    if let ids = known.withLock({ $0 }) { return ids }
    let stream = try home.get()
    let ids = try await store.eventIDs(in: stream)
    guard !ids.isEmpty else { throw EventStoreError.unknownStream(stream) }
    // The first list counts, whoever else has asked meanwhile.
    return known.withLock { known in
      if let known { return known }
      known = ids
      return ids
    }
  }

  /// The state at a version; 0 is before the first event.
  ///
  /// - Parameter version: from 0 to the number of events.
  /// - Returns: the state after so many events.
  /// - Throws: ``EventStoreError`` of code `notFound` if there are not so many.
  public func state(at version: Int) async throws -> State {
    guard version != 0 else { return State() }
    return try await step(at: version).after
  }

  /// The step that made a version.
  ///
  /// - Parameter version: from 1 to the number of events.
  /// - Returns: the step.
  /// - Throws: ``EventStoreError`` of code `notFound` if there are not so many.
  public func step(at version: Int) async throws -> TimelineStep<State> {
    let count = try await eventIDs().count
    guard version >= 1, version <= count else {
      throw EventStoreError(
        code: .notFound, message: "Version \(version) is none of 1 to \(count).")
    }
    var steps = steps(behind: version - 1)
    while let step = try await steps.next() {
      if step.version == version { return step }
    }
    throw EventStoreError(code: .notFound, message: "Version \(version) is gone.")
  }

  /// Steps from the last state that is kept before a version.
  private func steps(behind version: Int) -> TimelineIterator<State> {
    let (place, state) = states.withLock { states in
      let place = Swift.min(version / Self.interval, states.count - 1)
      return (place, states[place])
    }
    return TimelineIterator(self, from: place * Self.interval, state: state)
  }

  /// Keeps the state after so many events if it is one of those to keep.
  func keep(_ state: State, version: Int) {
    guard version % Self.interval == 0 else { return }
    states.withLock { if version == $0.count * Self.interval { $0.append(state) } }
  }
}

extension AggregateRepository {
  /// The life of an aggregate; read as it is asked for.
  ///
  /// - Parameter id: its id.
  /// - Returns: the timeline; an id that names no stream is an error of its first step.
  public func timeline(_ id: String) -> Timeline<State> {
    let home = Result { () throws(EventStoreError) in try State.homeStream(of: id) }
    return Timeline(home, store: store, registry: registry)
  }
}
