/// Replays into an aggregate by its own handlers and upcasts.
package struct AggregateReplayer<State: Aggregate>: Replayer {
  package private(set) var state: State
  private let registry: EventRegistry

  /// Goes on from a state.
  package init(from state: State = State(), registry: EventRegistry? = nil) {
    self.state = state
    self.registry = registry ?? EventRegistry(State.handledEvents)
  }

  package func prepare(_ event: Event) throws -> any DomainEvent {
    guard let domainEvent = try registry.decode(event) else {
      throw EventStoreError.handlerNotFound(event.type.shortName, on: "\(State.self)")
    }
    return domainEvent
  }

  package mutating func apply(_ event: any DomainEvent) throws {
    var next = state
    try next.handle(event)
    state = next
  }

  package static func tree(of state: State) -> JSONValue { StateTree.value(of: state) }
}
