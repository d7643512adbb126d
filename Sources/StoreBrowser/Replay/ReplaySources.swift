internal import LivenStore

/// What there is to replay by: an app's aggregates, programs of a category of streams, one for all others.
package struct ReplaySources: Sendable {
  package var aggregates: [ReplayableAggregate] = []
  /// Commands by the category of the streams that they are for.
  package var reducers: [String: String] = [:]
  /// The command for every other stream.
  package var reducer: String?

  package init(aggregates: [ReplayableAggregate] = [], reducer: String? = nil) {
    self.aggregates = aggregates
    self.reducer = reducer
  }

  /// What fits a stream, by its category, then by the types of its events.
  func fitting(_ stream: StreamName, types: Set<EventType>) -> ReplaySource {
    let named = aggregates.filter { $0.category == stream.category }
    if let best = most(named, types) { return .aggregate(best.name) }
    if let command = reducers[stream.category] { return .reducer(command) }
    // A stream of another name is an aggregate's if it knows more than half of what happened.
    if let best = most(aggregates, types), knownCount(best, types) * 2 > types.count {
      return .aggregate(best.name)
    }
    return reducer.map { .reducer($0) } ?? .merge
  }

  private func knownCount(_ aggregate: ReplayableAggregate, _ types: Set<EventType>) -> Int {
    types.count(where: aggregate.handles)
  }

  /// The one that knows most of the types, the first of those that know as many.
  private func most(
    _ aggregates: [ReplayableAggregate], _ types: Set<EventType>
  ) -> ReplayableAggregate? {
    aggregates.reversed().max { knownCount($0, types) < knownCount($1, types) }
  }

  /// What a person names: an aggregate, a category with a reducer, `merge`.
  func named(_ name: String) -> ReplaySource? {
    if name == "merge" { return .merge }
    if let command = reducers[name] { return .reducer(command) }
    if name == "reducer", let reducer { return .reducer(reducer) }
    return aggregates.first { $0.name == name }.map { .aggregate($0.name) }
  }

  var names: [String] {
    aggregates.map(\.name) + reducers.keys.sorted() + (reducer == nil ? [] : ["reducer"])
      + ["merge"]
  }

  /// The states of a source, before any event.
  func tape(of source: ReplaySource, read: @escaping EventReading) -> any StateTape {
    switch source {
    case .aggregate(let name):
      if let aggregate = aggregates.first(where: { $0.name == name }) {
        return aggregate.makeTape(read)
      }
    case .reducer(let command): return ReducedTape(Reducer(command), read: read)
    case .merge: break
    }
    return FoldedTape(MergeReplayer(), read: read)
  }
}
