/// What must hold for events to be appended, the same for every store.
enum AppendRules {
  /// Refuses events that do not rise by id.
  static func checkOrder(_ events: [Event], in stream: StreamName?) throws(EventStoreError) {
    for (event, next) in zip(events, events.dropFirst()) where next.id <= event.id {
      throw .outOfOrder(next.id, after: event.id, in: stream ?? "events")
    }
  }

  /// Refuses what the stream, as it is now, does not take; all present already is a retry, and taken.
  static func check(
    _ events: [Event], for stream: StreamName, holding present: [EventID],
    expecting expected: ExpectedVersion
  ) throws(EventStoreError) {
    let new = events.filter { event in !present.holdsSorted(event.id) }
    guard let first = new.first else { return }
    // Events of this append that a try before has stored at the end count as not yet there.
    let known = present.reversed().prefix { id in events.contains { $0.id == id } }.count
    guard expected.holds(for: present.count) || expected.holds(for: present.count - known) else {
      let known = if case .exactly(let version) = expected { max(0, version) } else { 0 }
      throw .conflict(
        VersionConflict(
          stream: stream, expected: expected, actual: present.count,
          between: Array(present.dropFirst(known))))
    }
    if let last = present.last, first.id <= last {
      throw .outOfOrder(first.id, after: last, in: stream)
    }
  }
}
