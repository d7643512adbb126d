import LivenStore

/// Which events a command asks for.
struct EventSelection {
  /// An event with what the ledger knows of it.
  struct Row {
    let id: EventID
    let position: Int?
    let streams: [StreamName]
  }

  let types: Set<EventType>
  let stream: StreamName?
  let after: String?
  let last: Int?
  let ledger: LedgerAccess

  /// The events in the order in which they are printed.
  func rows(of store: JSONEventStore) throws -> [Row] {
    if let stream, try !store.hasStream(stream) {
      throw Refusal("No stream '\(stream)' in this store.")
    }
    if let last, types.isEmpty, stream == nil, after == nil {
      // The newest rows are there at once, also of a large store that has no ledger yet.
      guard store.hasLedger else { return try newestRows(last, of: store) }
      if try ledger.isReady(store), let events = try store.lastEvents(last) {
        return events.map { Row(id: $0.id, position: $0.position, streams: $0.streams) }
      }
    }
    if let view = try ledger.view(store) { return try rows(of: view.index, store) }
    return try listedRows(of: store)
  }

  private func rows(of index: LedgerIndex, _ store: JSONEventStore) throws -> [Row] {
    var events: [Int]
    if let stream {
      events = try store.eventIDs(in: stream).compactMap { index.index(of: $0) }
    } else {
      events = Array(index.ids.indices)
    }
    events = try events.filter(isBehind(index))
    if !types.isEmpty {
      events.removeAll { event in
        !(index.typeNames[index.types[event]].map { types.contains($0) } ?? false)
      }
    }
    events = Array(events.suffix(last ?? events.count))
    let streams = index.streams(of: Set(events))
    return events.map { event in
      Row(
        id: index.ids[event], position: Int(index.positions[event]), streams: streams[event] ?? [])
    }
  }

  private func isBehind(_ index: LedgerIndex) throws -> (Int) -> Bool {
    guard let after else { return { _ in true } }
    if let position = Int(after) { return { Int(index.positions[$0]) > position } }
    if let id = EventID(after), let event = index.index(of: id) {
      return stream == nil ? { $0 > event } : { index.ids[$0] > id }
    }
    let isBehind = try isBehindMoment(after)
    return { isBehind(index.ids[$0]) }
  }

  /// Behind a ULID that need not be stored, or a time.
  private func isBehindMoment(_ after: String) throws -> (EventID) -> Bool {
    if let time = MomentText.milliseconds(after) {
      return { id in id.timeMilliseconds.map { $0 > time } ?? false }
    }
    guard let id = EventID(after), id.ulid != nil else {
      throw Refusal(
        "No event '\(after)' in this store: --after takes a position, an id, or a time such as "
          + "2026-11-27T10:30:00Z.")
    }
    return { $0 > id }
  }

  private func newestRows(_ count: Int, of store: JSONEventStore) throws -> [Row] {
    let ids = try store.eventIDs().suffix(count)
    let memberships = try StreamIndex.of(ids, store)
    return ids.map { Row(id: $0, position: nil, streams: memberships.streams(of: $0)) }
  }

  /// The same without a ledger: in id order, types read from the files.
  private func listedRows(of store: JSONEventStore) throws -> [Row] {
    var ids = try stream.map { try store.eventIDs(in: $0) } ?? store.eventIDs()
    if let after {
      guard Int(after) == nil else {
        throw Refusal("\(store.path): no ledger, and so no position \(after): give an id.")
      }
      if let id = EventID(after), ids.contains(id) {
        ids.removeAll { $0 <= id }
      } else {
        ids = try ids.filter(isBehindMoment(after))
      }
    }
    let memberships = try StreamIndex(store)
    var kept: [Row] = []
    // From the newest on, so that --last reads no more than it prints.
    for id in ids.reversed() where kept.count < last ?? Int.max {
      if !types.isEmpty, let type = try? store.read(id).type, !types.contains(type) { continue }
      kept.append(Row(id: id, position: nil, streams: memberships.streams(of: id)))
    }
    return kept.reversed()
  }
}
