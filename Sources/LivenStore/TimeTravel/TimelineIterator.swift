/// Goes through the steps of a ``Timeline``.
public struct TimelineIterator<State: Aggregate>: AsyncIteratorProtocol, Sendable {
  private let timeline: Timeline<State>
  private var replayer: AggregateReplayer<State>
  private var version: Int
  private var window: ArraySlice<Event> = []

  init(_ timeline: Timeline<State>, from version: Int, state: State) {
    self.timeline = timeline
    self.version = version
    replayer = AggregateReplayer(from: state, registry: timeline.registry)
  }

  /// The next step; `nil` behind the last.
  ///
  /// - Throws: ``EventStoreError`` if an event's file cannot be read.
  public mutating func next() async throws -> TimelineStep<State>? {
    if window.isEmpty { try await readWindow() }
    guard let event = window.popFirst() else { return nil }
    version += 1
    let step = replayer.step(event, version: version)
    timeline.keep(step.after, version: version)
    return step
  }

  private mutating func readWindow() async throws {
    let ids = try await timeline.eventIDs()
    for id in ids.dropFirst(version).prefix(Timeline<State>.interval) {
      window.append(try await timeline.store.read(id))
    }
  }
}
