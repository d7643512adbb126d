extension StoreCatalog {
  /// A catalog of events in id order whose types are not known.
  package init(sorted ids: [EventID]) { self.init(sorted: EventIDColumn(ids)) }

  init(sorted ids: EventIDColumn) {
    self.ids = ids
    order = Array(0..<UInt32(ids.count))
    typeNumbers = Array(repeating: 0, count: ids.count)
  }

  /// A catalog of events with the streams that hold them.
  package init(of events: [TypedID], in listings: [StreamListing]) {
    self.init(sorted: events.lazy.map(\.id).sorted())
    for listing in listings { list(listing) }
    for event in events {
      if let row = row(of: event.id) { setType(event.type, ofRow: row) }
    }
  }

  /// Takes in a stream that was listed; links that are known already are left out.
  mutating func list(_ listing: StreamListing) {
    let rows = listing.ids.map { row(of: $0).map { UInt32($0) } }
    list(EventIDColumn(listing.ids), rows, in: listing.name)
  }

  /// The same with the rows of the ids, `nil` where there is none.
  mutating func list(_ linked: EventIDColumn, _ rows: [UInt32?], in name: StreamName) {
    let number = number(of: name)
    let found = rows.compactMap { $0 }
    for (place, row) in rows.enumerated() where row == nil { link(linked[place], to: name) }
    guard entries[number].rows.isEmpty else {
      for row in found { link(ids[Int(row)], to: name) }
      return
    }
    entries[number].rows = found
    for row in found { memberships.add(stream: number, to: Int(row)) }
    count(streams: 0, events: found.count, in: name.category)
  }

  /// The ids that a stream links to, those of events that are not there too.
  func links(in name: StreamName) -> [EventID] {
    let found = stream(named: name)?.rows.map { ids[Int($0)] } ?? []
    return found + danglingLinks.filter { $0.value.contains(name) }.map(\.key)
  }

  /// Whether a stream is known to hold an event, or a link to it while the event is not there.
  func holds(_ id: EventID, in name: StreamName) -> Bool {
    if let row = row(of: id) { return version(of: row, in: name) != nil }
    return danglingLinks[id]?.contains(name) ?? false
  }
}
