/// What a ledger says, as columns: events in the order of arrival, and the links to them.
package struct LedgerIndex: Sendable {
  /// The ids by order of arrival.
  package private(set) var ids: [EventID] = []
  /// The type of each event, as a number of ``typeNames``.
  package private(set) var types: [UInt32] = []
  /// The ledger's position of each event.
  package private(set) var positions: [UInt32] = []
  /// The events of each stream by its number, as indices of ``ids``, in the order of arrival.
  package private(set) var streamEvents: [UInt32: [UInt32]] = [:]
  /// The number of links.
  package private(set) var linkCount = 0
  /// Names by their numbers; not every number is one.
  package private(set) var typeNames: [UInt32: EventType] = [:]
  package private(set) var streamNames: [UInt32: StreamName] = [:]
  /// The sum of the files' lengths.
  package private(set) var eventBytes = 0

  private var table = EventIDTable()
  /// Links whose event has no row yet.
  private var waiting: [EventID: [UInt32]] = [:]

  init() {}

  /// The index of an event.
  package func index(of id: EventID) -> Int? { table.index(of: id, in: ids) }

  /// The type of an event; `nil` if the ledger does not have it.
  func type(of id: EventID) -> EventType? {
    index(of: id).flatMap { typeNames[types[$0]] }
  }

  /// The numbers of the streams.
  var streamNumbers: [StreamName: UInt32] {
    Dictionary(streamNames.map { ($0.value, $0.key) }, uniquingKeysWith: min)
  }

  /// The ids linked into a stream.
  func ids(in stream: UInt32?) -> Set<EventID> {
    Set(stream.flatMap { streamEvents[$0] }.map { $0.map { ids[Int($0)] } } ?? [])
  }

  /// The streams of some events, sorted by name; events of no stream are left out.
  package func streams(of events: Set<Int>) -> [Int: [StreamName]] {
    var found: [Int: [StreamName]] = [:]
    for (number, linked) in streamEvents {
      guard let name = streamNames[number] else { continue }
      for event in linked where events.contains(Int(event)) {
        found[Int(event), default: []].append(name)
      }
    }
    return found.mapValues { $0.sorted() }
  }

  mutating func take(_ row: LedgerRow, at position: Int) {
    switch row.kind {
    case .event: takeEvent(row, position)
    case .link: takeLink(row)
    }
  }

  mutating func takeNames(_ names: NameTable) {
    for (number, text) in names.all(.event) { typeNames[number] = EventType(text) }
    for (number, text) in names.all(.link) where streamNames[number] == nil {
      streamNames[number] = StreamName(text)
    }
  }

  private mutating func takeEvent(_ row: LedgerRow, _ position: Int) {
    guard index(of: row.id) == nil else { return }
    ids.append(row.id)
    types.append(row.name)
    positions.append(UInt32(truncatingIfNeeded: position))
    eventBytes += Int(row.sizeBytes)
    table.insertLast(of: ids)
    guard !waiting.isEmpty, let streams = waiting.removeValue(forKey: row.id) else { return }
    for stream in streams { add(stream, to: ids.count - 1) }
  }

  private mutating func takeLink(_ row: LedgerRow) {
    // Most links follow their event.
    if let last = ids.last, last == row.id {
      add(row.name, to: ids.count - 1)
    } else if let index = index(of: row.id) {
      add(row.name, to: index)
    } else {
      waiting[row.id, default: []].append(row.name)
    }
  }

  private mutating func add(_ stream: UInt32, to event: Int) {
    streamEvents[stream, default: []].append(UInt32(event))
    linkCount += 1
  }
}
