/// A set of ids: a sorted list that is there from the start and a few that came later.
struct KnownIDs {
  let listed: [EventID]
  private var added: Set<EventID> = []

  init(listed: [EventID] = []) { self.listed = listed }

  func contains(_ id: EventID) -> Bool { added.contains(id) || listed.holdsSorted(id) }

  /// Takes an id in; false if it is known.
  mutating func insert(_ id: EventID) -> Bool {
    guard !listed.holdsSorted(id) else { return false }
    return added.insert(id).inserted
  }
}
