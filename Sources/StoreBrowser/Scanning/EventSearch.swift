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
  /// The places of the matches in the order of ids, sorted when they are asked for.
  private(set) var order: [UInt32] = []

  /// Above so many matches they are not counted one by one.
  static let countedLimit = 100_000

  mutating func take(_ ids: [EventID], _ catalog: StoreCatalog) {
    let new = scan.take(ids, catalog)
    guard !new.isEmpty else { return }
    order += new
    order.sort { catalog.id(at: Int($0)) < catalog.id(at: Int($1)) }
  }
}
