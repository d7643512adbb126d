/// Ids that come in any order, as numbers where they are ULIDs: those take half the room, and a quarter of the time.
struct EventIDSorter {
  private var ulids: [ULID] = []
  private var others: [EventID] = []

  mutating func append(_ id: EventID) {
    if let ulid = ULID(exactly: id) { ulids.append(ulid) } else { others.append(id) }
  }

  /// All of them, in id order.
  func sorted() -> EventIDColumn {
    guard !others.isEmpty else { return EventIDColumn(ulids: ulids.sorted()) }
    return EventIDColumn((ulids.map { EventID($0) } + others).sorted())
  }
}
