extension StoreCatalog {
  /// A catalog of events in id order whose types are not known.
  package init(sorted ids: [EventID]) {
    self.ids = EventIDColumn(ids)
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

  /// Takes in a stream that was listed.
  mutating func list(_ listing: StreamListing) {
    let number = number(of: listing.name)
    entries[number].rows.reserveCapacity(listing.ids.count)
    for id in listing.ids { link(id, to: listing.name) }
  }

  /// Whether a stream is known to hold an event, or a link to it while the event is not there.
  func holds(_ id: EventID, in name: StreamName) -> Bool {
    if let row = row(of: id) { return version(of: row, in: name) != nil }
    return danglingLinks[id]?.contains(name) ?? false
  }
}
