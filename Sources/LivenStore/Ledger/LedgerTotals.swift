/// Counts of a whole ledger, without its ids.
package struct LedgerTotals: Sendable {
  package internal(set) var eventCount = 0
  package internal(set) var linkCount = 0
  /// The sum of the files' lengths.
  package internal(set) var eventBytes = 0
  package var firstID: EventID? { eventCount > 0 ? lowest : nil }
  package var lastID: EventID? { eventCount > 0 ? highest : nil }
  /// How many events of each type there are.
  package private(set) var types: [(type: EventType, count: Int)] = []
  /// The streams, by name.
  package private(set) var streams: [StreamSummary] = []

  var lowest = EventID.highest
  var highest = EventID.lowest
  /// What there is of each name, by its number.
  var entries: [Entry] = []

  struct Entry {
    var count = 0
    var last = EventID.lowest

    @inline(__always)
    mutating func take(linkOf id: EventID) {
      count += 1
      if id > last { last = id }
    }
  }

  init() {}

  mutating func take(_ row: LedgerRow) {
    let number = Int(row.name)
    if number >= entries.count {
      entries.append(contentsOf: repeatElement(Entry(), count: number + 1 - entries.count))
    }
    guard row.kind == .event else {
      linkCount += 1
      return entries[number].take(linkOf: row.id)
    }
    entries[number].count += 1
    take(row.id, sizeBytes: Int(truncatingIfNeeded: row.sizeBytes))
  }

  @inline(__always)
  private mutating func take(_ id: EventID, sizeBytes: Int) {
    eventCount += 1
    eventBytes &+= sizeBytes
    // Most come in the order of their ids.
    if id > highest {
      highest = id
      if eventCount > 1 { return }
    }
    if id < lowest { lowest = id }
  }

  mutating func finish(_ names: NameTable) {
    types = names.all(.event).map { (EventType($0.text), count(of: $0.number)) }
      .filter { $0.count > 0 }.sorted { ($1.count, $0.type) < ($0.count, $1.type) }
    streams = names.all(.link).compactMap { number, text in
      StreamName(text).map { name in
        StreamSummary(name: name, version: count(of: number), lastID: last(of: number))
      }
    }
    streams.sort { $0.name < $1.name }
  }

  /// Takes in an event that was read from its file.
  mutating func take(_ head: EventHead) {
    take(head.id, sizeBytes: head.sizeBytes)
    if let index = types.firstIndex(where: { $0.type == head.type }) {
      types[index].count += 1
    } else {
      types.append((head.type, 1))
    }
    types.sort { ($1.count, $0.type) < ($0.count, $1.type) }
  }

  /// Takes in a stream that was listed.
  mutating func take(_ name: StreamName, _ ids: [EventID]) {
    linkCount += ids.count
    streams.append(StreamSummary(name: name, version: ids.count, lastID: ids.last))
  }

  private func count(of number: UInt32) -> Int {
    Int(number) < entries.count ? entries[Int(number)].count : 0
  }

  private func last(of number: UInt32) -> EventID? {
    count(of: number) > 0 ? entries[Int(number)].last : nil
  }
}
