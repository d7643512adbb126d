extension StoreCatalog {
  /// All streams, sorted by name.
  package var streams: [StreamEntry] { streamOrder.map { entries[$0] } }

  /// The number of streams.
  package var streamCount: Int { entries.count }

  /// The stream that stands at a place in the order of names.
  package func stream(atPlace place: Int) -> StreamEntry { entries[streamOrder[place]] }

  /// A stream by its name.
  package func stream(named name: StreamName) -> StreamEntry? {
    numberOfStream[name].map { entries[$0] }
  }

  /// The streams that hold an event, sorted by name.
  package func streams(of row: Int) -> [StreamName] {
    memberships.streams(of: row).map { entries[$0].name }.sorted()
  }

  /// The version that a stream had when the event came into it by id order: 1 for its first event.
  package func version(of row: Int, in stream: StreamName) -> Int? {
    guard let entry = self.stream(named: stream) else { return nil }
    let index = entry.rows.partitioningIndex(of: ids[row], in: ids)
    return index < entry.rows.count && entry.rows[index] == UInt32(row)
      ? entry.version - entry.rows.count + index + 1 : nil
  }

  /// All categories, sorted by name.
  package var categories: [CategorySummary] {
    categoryTotals.values.sorted { $0.name < $1.name }
  }

  /// A category by its name.
  package func category(named name: String) -> CategorySummary? { categoryTotals[name] }

  /// The streams of a category, sorted by name.
  package func streams(in category: String) -> [StreamEntry] {
    streams.filter { $0.name.category == category }
  }

  /// The rows of the events in any stream of a category, in id order.
  package func rows(inCategory category: String) -> [UInt32] {
    let holds = entries.map { $0.name.category == category }
    return order.filter { row in memberships.contains(Int(row)) { holds[$0] } }
  }

  mutating func number(of name: StreamName) -> Int {
    if let number = numberOfStream[name] { return number }
    let number = entries.count
    entries.append(StreamEntry(name: name, rows: []))
    numberOfStream[name] = number
    let place = streamOrder.partitioningIndex { entries[$0].name > name }
    streamOrder.insert(number, at: place)
    count(streams: 1, events: 0, in: name.category)
    return number
  }

  mutating func count(streams: Int, events: Int, in category: String) {
    categoryTotals[
      category, default: CategorySummary(name: category, streamCount: 0, eventCount: 0)
    ].add(streams: streams, events: events)
  }

  /// Takes in a link; false if it is known.
  @discardableResult
  mutating func link(_ id: EventID, to name: StreamName) -> Bool {
    let number = number(of: name)
    guard let row = row(of: id) else {
      return danglingLinks[id, default: []].insert(name).inserted
    }
    let index = entries[number].rows.partitioningIndex(of: id, in: ids)
    if index < entries[number].rows.count, entries[number].rows[index] == UInt32(row) {
      return false
    }
    entries[number].rows.insert(UInt32(row), at: index)
    memberships.add(stream: number, to: row)
    count(streams: 0, events: 1, in: name.category)
    return true
  }
}

extension CategorySummary {
  fileprivate mutating func add(streams: Int, events: Int) {
    streamCount += streams
    eventCount += events
  }
}

extension [UInt32] {
  /// Where an id stands, or would stand, among rows in id order.
  func partitioningIndex(of id: EventID, in ids: EventIDColumn) -> Int {
    let key = EventIDColumn.Key(id)
    if let last, ids.isBefore(Int(last), key) { return count }
    return partitioningIndex { !ids.isBefore(Int($0), key) }
  }
}
