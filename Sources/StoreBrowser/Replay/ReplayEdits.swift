internal import LivenStore

/// Drafts and events that are left out, in a view only: the store knows nothing of them.
struct ReplayEdits: Sendable {
  private(set) var ignored: Set<EventID> = []
  /// The drafts behind each stored event.
  private var drafts: [EventID: [Event]] = [:]

  var isEmpty: Bool { ignored.isEmpty && drafts.isEmpty }

  /// Leaves an event out, or takes it back in; a draft goes for good.
  mutating func toggle(_ entry: ReplayEntry) {
    if entry.isDraft { return remove(entry.id) }
    if ignored.remove(entry.id) == nil { ignored.insert(entry.id) }
  }

  private mutating func remove(_ draft: EventID) {
    for (anchor, events) in drafts where events.contains(where: { $0.id == draft }) {
      let left = events.filter { $0.id != draft }
      drafts[anchor] = left.isEmpty ? nil : left
    }
  }

  mutating func removeDrafts() { drafts = [:] }

  var draftCount: Int { drafts.values.reduce(0) { $0 + $1.count } }

  /// Puts a draft behind an entry.
  mutating func add(_ draft: Event, behind entry: ReplayEntry) {
    guard entry.isDraft else {
      drafts[entry.id, default: []].insert(draft, at: 0)
      return
    }
    for (anchor, events) in drafts {
      guard let index = events.firstIndex(where: { $0.id == entry.id }) else { continue }
      drafts[anchor]?.insert(draft, at: index + 1)
      return
    }
  }

  /// The entries of a stream's events with all this.
  func entries(of ids: [EventID], streams: (EventID) -> [StreamName]) -> [ReplayEntry] {
    var entries: [ReplayEntry] = []
    entries.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() {
      var entry = ReplayEntry(.stored(id), version: index + 1, streams: streams(id))
      entry.isIgnored = !ignored.isEmpty && ignored.contains(id)
      entries.append(entry)
      guard !drafts.isEmpty, let behind = drafts[id] else { continue }
      for (number, draft) in behind.enumerated() {
        entries.append(
          ReplayEntry(.draft(draft), version: index + 2 + number, streams: entry.streams))
      }
    }
    return entries
  }
}
