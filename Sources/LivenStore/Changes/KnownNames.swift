/// Which events, streams and links a watcher has told of: those of the start, and a few that came later.
struct KnownNames {
  private let first: StoreCatalog
  /// Those of the start that could not be read, and may be later.
  private let unread: Set<EventID>
  private var events: Set<EventID> = []
  private var links: [StreamName: Set<EventID>] = [:]

  init(_ first: StoreCatalog = StoreCatalog()) {
    self.first = first
    unread = Set(first.problems.lazy.filter { $0.stream == nil }.compactMap(\.id))
  }

  func contains(_ id: EventID) -> Bool { events.contains(id) || wasRead(id) }

  private func wasRead(_ id: EventID) -> Bool { first.row(of: id) != nil && !unread.contains(id) }

  func contains(_ stream: StreamName) -> Bool {
    links[stream] != nil || first.stream(named: stream) != nil
  }

  /// Takes an event in; false if it is known.
  mutating func insert(_ id: EventID) -> Bool {
    !wasRead(id) && events.insert(id).inserted
  }

  /// Takes a stream in; false if it is known.
  mutating func insert(_ stream: StreamName) -> Bool {
    if contains(stream) { return false }
    links[stream] = []
    return true
  }

  /// Takes a link in; false if it is known.
  mutating func insert(_ id: EventID, in stream: StreamName) -> Bool {
    !first.holds(id, in: stream) && links[stream, default: []].insert(id).inserted
  }
}
