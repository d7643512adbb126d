/// Replays a stream outside of its program: by a reducer, or by merging the fields of payloads.
package struct StreamReplay: Sendable {
  /// What the events are replayed by.
  package enum Source: Sendable {
    case merge
    case reducer(Reducer)

    /// What it is called in JSON.
    package var name: String {
      switch self {
      case .merge: "merge"
      case .reducer: "reducer"
      }
    }
  }

  private let store: JSONEventStore
  private let stream: StreamName
  private let source: Source

  package init(_ stream: StreamName, of store: JSONEventStore, by source: Source) {
    self.stream = stream
    self.store = store
    self.source = source
  }

  /// The ids of the events until a moment.
  ///
  /// - Throws: ``EventStoreError`` of code `notFound` if there is no such stream.
  package func ids(until moment: Moment?) throws(EventStoreError) -> [EventID] {
    guard try store.hasStream(stream) else { throw .unknownStream(stream) }
    let ids = try store.eventIDs(in: stream)
    switch moment {
    case nil: return ids
    case .version(let version):
      guard version <= ids.count else {
        throw EventStoreError(
          code: .notFound, message: "'\(stream)' is at version \(ids.count), not at \(version).")
      }
      return Array(ids.prefix(version))
    case .time(let milliseconds):
      return ids.filter { id in id.timeMilliseconds.map { $0 <= milliseconds } ?? true }
    case .position(let position):
      let positions = try store.positions(in: stream)
      return ids.filter { id in positions[id].map { $0 <= position } ?? false }
    }
  }

  /// Calls `body` with each step until a moment, until it returns false.
  package func forEachStep(
    until moment: Moment? = nil, _ body: (TimelineStep<JSONValue>) throws -> Bool
  ) throws {
    let ids = try ids(until: moment)
    switch source {
    case .merge: try merge(ids, body)
    case .reducer(let reducer): try reduce(ids, reducer, body)
    }
  }

  private func merge(_ ids: [EventID], _ body: (TimelineStep<JSONValue>) throws -> Bool) throws {
    var replayer = MergeReplayer()
    for (index, id) in ids.enumerated() {
      guard try body(replayer.step(try read(id), version: index + 1)) else { return }
    }
  }

  private func read(_ id: EventID) throws(EventStoreError) -> Event {
    do { return try store.read(id) } catch {
      guard error.code == .notFound else { throw error }
      throw EventStoreError(
        code: .notFound,
        message:
          "'\(stream)' links to the event '\(id)', which is not there: run livenstore verify.")
    }
  }

  /// All streams of events as the ledger has them; none where there is no ledger.
  private func streams(of ids: [EventID]) throws(EventStoreError) -> [EventID: [StreamName]] {
    guard let index = try store.ledgerView(makesLedger: true)?.index else { return [:] }
    let places = Set(ids.compactMap { index.index(of: $0) })
    return Dictionary(
      index.streams(of: places).map { (index.ids[$0.key], $0.value) }, uniquingKeysWith: { $1 })
  }

  private func reduce(
    _ ids: [EventID], _ reducer: Reducer, _ body: (TimelineStep<JSONValue>) throws -> Bool
  ) throws {
    // Read as they are needed, once for the program and once for the step: memory holds no stream.
    let (store, stream) = (store, stream)
    let streams = try streams(of: ids)
    let line: @Sendable (Int) -> [UInt8]? = { index in
      (try? store.read(ids[index])).map { event in
        JSONWriter.bytes(
          of: EventJSON.value(
            event, streams: streams[ids[index]] ?? [stream], version: index + 1))
      }
    }
    var (before, reached) = (JSONValue.null, 0)
    do {
      try reducer.run(count: ids.count, line: line) { index, state in
        let event = try read(ids[index])
        let step = TimelineStep(
          version: index + 1, event: event, before: before, after: state, error: nil,
          elapsed: .zero, tree: { $0 })
        (before, reached) = (state, index + 1)
        return try body(step)
      }
    } catch let error as EventStoreError where error.code == .reducerFailed && reached < ids.count {
      // The program may have ended because there was no event to give to it.
      _ = try read(ids[reached])
      throw error
    }
  }
}
