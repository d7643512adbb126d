import LivenStore

/// Which streams hold which events.
struct StreamIndex {
  private var names: [EventID: [StreamName]] = [:]

  /// How many events are asked for one by one; of more, every stream is listed once.
  private static let fewCount = 100

  /// The streams of all events.
  init(_ store: JSONEventStore) throws {
    for stream in try store.streams() {
      for id in try store.eventIDs(in: stream.name) { names[id, default: []].append(stream.name) }
    }
  }

  private init(fewOf ids: ArraySlice<EventID>, _ store: JSONEventStore) throws {
    for id in ids { names[id] = try store.streams(of: id) }
  }

  /// The streams of some events.
  static func of(_ ids: ArraySlice<EventID>, _ store: JSONEventStore) throws -> StreamIndex {
    try ids.count <= fewCount ? StreamIndex(fewOf: ids, store) : StreamIndex(store)
  }

  /// The streams of an event, sorted by name.
  func streams(of id: EventID) -> [StreamName] { names[id] ?? [] }
}
