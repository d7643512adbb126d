package import LivenStore

/// An aggregate of an app that streams can be replayed by.
package struct ReplayableAggregate: Sendable {
  package let name: String
  package let category: String
  let handles: @Sendable (EventType) -> Bool
  let makeTape: @Sendable (@escaping EventReading) -> any StateTape

  /// Takes the aggregate's type.
  package init<State: Aggregate>(_ type: State.Type) {
    let registry = EventRegistry(State.handledEvents)
    name = "\(State.self)"
    category = State.category
    handles = { registry.knows($0) }
    makeTape = { read in
      FoldedTape(AggregateReplayer<State>(registry: registry), read: read)
    }
  }
}
