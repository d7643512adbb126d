/// Goes through the steps of a ``Timeline``.
public struct TimelineIterator<State: Aggregate>: AsyncIteratorProtocol, Sendable {
  private let timeline: Timeline<State>
  private var replayer: AggregateReplayer<State>
  private var version: Int

  init(_ timeline: Timeline<State>, from version: Int, state: State) {
    self.timeline = timeline
    self.version = version
    replayer = AggregateReplayer(from: state, registry: timeline.registry)
  }

  /// The next step; `nil` behind the last.
  ///
  /// - Throws: ``EventStoreError`` if the aggregate's stream cannot be listed.
  public mutating func next() async throws -> TimelineStep<State>? {
    let ids = try await timeline.eventIDs()
    guard version < ids.count else { return nil }
    let id = ids[version]
    version += 1
    let step: TimelineStep<State>
    do throws(EventStoreError) {
      step = replayer.step(try await timeline.store.read(id), version: version)
    } catch {
      step = replayer.unreadable(id, error, version: version)
    }
    timeline.keep(step.after, version: version)
    return step
  }
}
