extension StoreCatalog {
  /// Takes in what was found or what happened; taking it in again changes nothing.
  package mutating func apply(_ change: CatalogChange) {
    switch change {
    case .listed(let ids): list(ids)
    case .streamsListed(let listings):
      for listing in listings { list(listing) }
    case .typesRead(let typed):
      for each in typed { setType(each.type, of: each.id) }
    case .loaded:
      isLoaded = true
      noteDanglingLinks()
    case .appended(let event): append(event)
    case .linked(let id, let stream):
      link(id, to: stream)
      if isLoaded { noteDanglingLinks() }
    case .problem(let problem): note(problem)
    case .watching, .compared, .storeGone: break
    }
  }

  private mutating func list(_ sorted: [EventID]) {
    guard ids.isEmpty else {
      for id in sorted where row(of: id) == nil { insert(id) }
      return
    }
    ids = sorted
    order = Array(0..<UInt32(sorted.count))
    typeNumbers = Array(repeating: 0, count: sorted.count)
    memberships.addRows(sorted.count)
  }

  private mutating func list(_ listing: StreamListing) {
    let number = number(of: listing.name)
    entries[number].rows.reserveCapacity(listing.ids.count)
    for id in listing.ids { link(id, to: listing.name) }
  }

  private mutating func append(_ event: TypedID) {
    if row(of: event.id) == nil { insert(event.id) }
    setType(event.type, of: event.id)
    problems.removeAll { $0.id == event.id && $0.stream == nil }
    if let waiting = danglingLinks.removeValue(forKey: event.id) {
      for stream in waiting { link(event.id, to: stream) }
      problems.removeAll { $0.id == event.id }
    }
  }

  private mutating func insert(_ id: EventID) {
    let place = place(of: id)
    order.insert(UInt32(ids.count), at: place)
    ids.append(id)
    typeNumbers.append(0)
    memberships.addRow()
  }

  private mutating func setType(_ type: EventType, of id: EventID) {
    guard let row = row(of: id), typeNumbers[row] == 0 else { return }
    let number = numberOfType[type] ?? types.count
    if number == types.count {
      types.append(type)
      typeCounts.append(0)
      numberOfType[type] = number
    }
    typeNumbers[row] = UInt32(number + 1)
    typeCounts[number] += 1
    typedCount += 1
  }

  private mutating func note(_ problem: StoreProblem) {
    if !problems.contains(problem) { problems.append(problem) }
  }

  private mutating func noteDanglingLinks() {
    for (id, streams) in danglingLinks {
      for stream in streams {
        note(
          StoreProblem(
            subject: "streams/\(stream)/\(id).json",
            message: "link to a missing event: events/\(id).json", id: id, stream: stream))
      }
    }
  }
}
