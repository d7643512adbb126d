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
  /// How many rows say what another one said: a power cut may keep a row and lose the name that it is of, which
  /// then is made again.
  package private(set) var doubledCount = 0
  /// The sum of the files' lengths.
  package private(set) var eventBytes = 0

  private var table = EventIDTable()
  /// The events of streams whose links did not come in the order of events.
  private var unordered: [UInt32: Set<UInt32>] = [:]
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
    guard index(of: row.id) == nil else {
      doubledCount += 1
      return
    }
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
    let event = UInt32(event)
    guard isNew(event, in: stream) else {
      doubledCount += 1
      return
    }
    streamEvents[stream, default: []].append(event)
    linkCount += 1
  }

  /// Links mostly come in the order of their events; only a stream in which one did not pays for a set.
  private mutating func isNew(_ event: UInt32, in stream: UInt32) -> Bool {
    if unordered[stream] != nil { return unordered[stream, default: []].insert(event).inserted }
    guard let last = streamEvents[stream]?.last, event <= last else { return true }
    unordered[stream] = Set(streamEvents[stream] ?? [])
    return unordered[stream, default: []].insert(event).inserted
  }
}
