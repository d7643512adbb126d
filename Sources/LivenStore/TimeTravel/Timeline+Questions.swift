extension Timeline {
  /// Finds the events that changed a value.
  ///
  /// - Parameter path: where the value stands, such as `.address.street`.
  /// - Returns: the steps after which the value there is another one, the oldest first.
  /// - Throws: ``EventStoreError`` of code `invalidName` if that is no path, and those of reading.
  public func blame(_ path: String) async throws -> [TimelineStep<State>] {
    guard let path = StatePath(path) else {
      throw EventStoreError(
        code: .invalidName,
        message: "'\(path)' is no path: write it as .address.street or .lines[0].")
    }
    var steps: [TimelineStep<State>] = []
    for try await step in self where step.error == nil {
      let (old, new) = (step.tree(step.before), step.state)
      if path.value(in: old) != path.value(in: new) { steps.append(step) }
    }
    return steps
  }

  /// Finds the first event after which something holds.
  ///
  /// - Parameter predicate: what to hold of the state.
  /// - Returns: the step; `nil` if it never holds.
  /// - Throws: what `predicate` throws, and the errors of reading.
  public func bisect(
    _ predicate: (State) throws -> Bool
  ) async throws -> TimelineStep<State>? {
    for try await step in self where try predicate(step.after) { return step }
    return nil
  }

  /// Tells what events would do that have not happened; nothing is written.
  ///
  /// - Parameters:
  ///   - drafts: the events, in their order.
  ///   - version: where they come in; behind the last event by default.
  /// - Returns: a step for each draft.
  /// - Throws: ``EventStoreError`` of code `notFound` if there is no such version, and those of reading.
  public func whatIf(
    _ drafts: [any DomainEvent], at version: Int? = nil
  ) async throws -> [TimelineStep<State>] {
    let count: Int
    if let version { count = version } else { count = try await eventIDs().count }
    var replayer = AggregateReplayer(from: try await state(at: count), registry: registry)
    var steps: [TimelineStep<State>] = []
    for draft in drafts {
      steps.append(replayer.step(try Event(draft), version: count + steps.count + 1))
    }
    return steps
  }
}
