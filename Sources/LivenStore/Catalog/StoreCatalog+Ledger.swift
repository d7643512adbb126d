extension StoreCatalog {
  /// The catalog of a ledger, with the rows numbered as events arrived, or of its newest rows.
  ///
  /// `nil` if the ledger tells something twice, or as a whole of a link without its event.
  init?(_ columns: LedgerColumns, _ numbering: LedgerNumbering, isWhole: Bool) {
    self.init()
    number(numbering)
    ids = StoreCatalog.ids(columns)
    typeNumbers = columns.types
    typeCounts = StoreCatalog.counts(columns.types, typeCount: types.count)
    typedCount = ids.count
    memberships = Memberships(ends: columns.linkEnds, streams: columns.streams)
    guard orderRows(isAscending: columns.isAscending),
      listRows(isAscending: columns.isAscending),
      link(columns.farLinks) || !isWhole
    else { return nil }
  }

  /// Takes in what was counted in a ledger of which rows are still to be read.
  mutating func take(_ totals: LedgerTotals) {
    isCounted = true
    countedEvents = totals.eventCount
    for (type, count) in totals.types {
      if let number = numberOfType[type] { typeCounts[number] = count }
    }
    categoryTotals = [:]
    for stream in totals.streams {
      entries[number(of: stream.name)].countedVersion = stream.version
      count(streams: 1, events: stream.version, in: stream.name.category)
    }
  }

  private mutating func number(_ numbering: LedgerNumbering) {
    types = numbering.types
    for (number, type) in types.enumerated() { numberOfType[type] = number }
    entries = numbering.streams.map { StreamEntry(name: $0, rows: []) }
    for (number, entry) in entries.enumerated() { numberOfStream[entry.name] = number }
    streamOrder = entries.indices.sorted { entries[$0].name < entries[$1].name }
  }

  private static func counts(_ typeNumbers: [UInt32], typeCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: typeCount)
    for number in typeNumbers { counts[Int(number) - 1] += 1 }
    return counts
  }

  private static func ids(_ columns: LedgerColumns) -> EventIDColumn {
    guard !columns.others.isEmpty else { return EventIDColumn(ulids: columns.ulids) }
    return EventIDColumn(
      columns.ulids.enumerated().map { columns.others[$0] ?? EventID($1) })
  }

  /// False if an id is there twice.
  private mutating func orderRows(isAscending: Bool) -> Bool {
    order = Array(0..<UInt32(ids.count))
    if isAscending { return true }
    order.sort { ids[Int($0)] < ids[Int($1)] }
    return zip(order, order.dropFirst()).allSatisfy { ids[Int($0)] != ids[Int($1)] }
  }

  /// Gives each stream its rows in id order; false if one is there twice.
  private mutating func listRows(isAscending: Bool) -> Bool {
    var places = isAscending ? [] : order
    if !isAscending {
      for (place, row) in order.enumerated() { places[Int(row)] = UInt32(place) }
    }
    for (number, var rows) in memberships.firstRows(streamCount: entries.count).enumerated() {
      if !isAscending { rows.sort { places[Int($0)] < places[Int($1)] } }
      if zip(rows, rows.dropFirst()).contains(where: ==) { return false }
      entries[number].rows = rows
      count(streams: 1, events: rows.count, in: entries[number].name.category)
    }
    return true
  }

  /// Takes in links that stand anywhere; false if one is there twice, or its event is not.
  private mutating func link(_ links: [LedgerPart.FarLink]) -> Bool {
    links.allSatisfy { far in
      row(of: far.id) != nil && link(far.id, to: entries[Int(far.stream)].name)
    }
  }
}
