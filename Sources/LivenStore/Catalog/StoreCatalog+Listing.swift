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

  /// Takes in a stream that was listed; links that are known already are left out.
  mutating func list(_ listing: StreamListing) { list(listing, rows: rows(ofSorted: listing.ids)) }

  /// The same with the rows of its ids.
  mutating func list(_ listing: StreamListing, rows: [UInt32?]) {
    let number = number(of: listing.name)
    let found = rows.compactMap { $0 }
    for (id, row) in zip(listing.ids, rows) where row == nil { link(id, to: listing.name) }
    guard entries[number].rows.isEmpty else {
      for row in found { link(ids[Int(row)], to: listing.name) }
      return
    }
    entries[number].rows = found
    for row in found { memberships.add(stream: number, to: Int(row)) }
    count(streams: 0, events: found.count, in: listing.name.category)
  }

  /// The rows of ids that are in order, `nil` where there is none.
  func rows(ofSorted sorted: [EventID]) -> [UInt32?] {
    var place = 0
    return sorted.map { id in
      let key = EventIDColumn.Key(id)
      place = order.partitioningIndex(from: place) { !ids.isBefore(Int($0), key) }
      return place < order.count && ids[Int(order[place])] == id ? order[place] : nil
    }
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
