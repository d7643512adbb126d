import LivenStore

/// Which streams hold which events, of a whole store.
struct StreamIndex {
  private var names: [EventID: [StreamName]] = [:]

  init(_ store: JSONEventStore) throws {
    for stream in try store.streams() {
      for id in try store.eventIDs(in: stream.name) { names[id, default: []].append(stream.name) }
    }
  }

  /// The streams of an event, sorted by name.
  func streams(of id: EventID) -> [StreamName] { names[id] ?? [] }
}
