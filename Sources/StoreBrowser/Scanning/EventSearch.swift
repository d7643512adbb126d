internal import LivenStore

/// A search in the list of events: what was found, and where to go to when more is.
struct EventSearch: Sendable {
  /// Where a search that is waiting for its next match goes on from.
  struct Awaited: Sendable {
    let id: EventID?
    let isForward: Bool
  }

  let pattern: TextPattern
  var scan: EventScan
  /// Set while the next match is not known yet.
  var awaited: Awaited?
}
