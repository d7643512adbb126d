internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Filters a feed that begins anew.
  mutating func refilterLive() -> [BrowserEffect] {
    guard let filter = livePane.filter else { return [] }
    livePane.show(only: nil)
    return filterEvents(filter.text, isLive: true)
  }

  /// Asks for the next part of each scan that is under way.
  mutating func nextScans() -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    if var filter = eventsPane.filter {
      effects += request(&filter.scan, in: eventsPane.allRows)
      eventsPane.filter = filter
    }
    if var filter = livePane.filter, !filter.scan.isDone {
      effects += request(&filter.scan, in: livePane.allRows)
      livePane.filter = filter
    }
    if var search {
      effects += request(&search.scan, in: eventsPane.rows)
      self.search = search
    }
    return effects
  }

  private func request(_ scan: inout EventScan, in rows: [UInt32]) -> [BrowserEffect] {
    let candidates = scan.nextCandidates(in: rows, catalog)
    guard !candidates.isEmpty else { return [] }
    return [
      .scan(ScanRequest(number: scan.number, condition: scan.condition, candidates: candidates))
    ]
  }

  /// Takes in what a scan found and asks for the next part.
  mutating func take(scanned number: Int, hits: [UInt32]) -> [BrowserEffect] {
    if var filter = eventsPane.filter, filter.scan.number == number {
      filter.scan.take(hits, catalog)
      eventsPane.filter = filter
      eventsPane.refresh(catalog, isNewestFirst: settings.isNewestFirst)
    } else if livePane.filter?.scan.number == number {
      livePane.filter?.scan.take(hits, catalog)
      livePane.take(filtered: hits)
    } else if search?.scan.number == number {
      search?.scan.take(hits, catalog)
      goToAwaited()
    }
    return nextScans()
  }

  /// Begins the scans anew: the lists that they go through are others.
  mutating func restartScans() -> [BrowserEffect] {
    let search = self.search
    self.search = nil
    var effects = refilterLive()
    if let filter = eventsPane.filter {
      eventsPane.setFilter(nil, catalog, isNewestFirst: settings.isNewestFirst)
      effects += filterEvents(filter.text, isLive: false)
    }
    return effects + (search.map { beginSearch($0.pattern, $0.awaited) } ?? [])
  }

  /// Has the scans look at events that came.
  mutating func addToScans(_ changes: [CatalogChange]) -> [BrowserEffect] {
    guard eventsPane.filter != nil || livePane.filter != nil || search != nil else { return [] }
    for change in changes {
      switch change {
      case .appended(let event):
        guard let row = catalog.row(of: event.id).map({ UInt32($0) }) else { continue }
        livePane.filter?.scan.add(row)
        if eventsPane.scope.holds(event) { addToListScans(row) }
      case .linked(let id, let stream) where eventsPane.scope.holds(stream):
        if let row = catalog.row(of: id) { addToListScans(UInt32(row)) }
      default: break
      }
    }
    return nextScans()
  }

  /// Lets go of what scans have found.
  mutating func forgetHits() {
    search?.scan.forgetHits()
    eventsPane.filter?.scan.forgetHits()
    livePane.show(only: livePane.filter)
  }

  private mutating func addToListScans(_ row: UInt32) {
    eventsPane.filter?.scan.add(row)
    search?.scan.add(row)
  }

  /// Whether a search or a filter is under way.
  var isScanning: Bool {
    [search?.scan, eventsPane.filter?.scan, livePane.filter?.scan].contains { $0?.isDone == false }
  }

  /// Stops what is under way; false if nothing is.
  mutating func stopScans() -> Bool {
    guard isScanning else { return false }
    search?.scan.stop()
    search?.awaited = nil
    eventsPane.filter?.scan.stop()
    livePane.filter?.scan.stop()
    note = "Stopped: what was found so far stays."
    return true
  }
}
