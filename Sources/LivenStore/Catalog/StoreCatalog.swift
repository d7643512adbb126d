/// What is in a store: ids, types and links, no payloads.
///
/// Each event has a row, the number of its arrival here, which never changes; ``order`` sorts the rows
/// by id. A catalog grows by ``CatalogChange``s, in any order and any number of times.
package struct StoreCatalog: Sendable {
  /// The rows in id order.
  package internal(set) var order: [UInt32] = []
  /// What is not as it should be.
  package internal(set) var problems: [StoreProblem] = []
  /// Whether everything that was there at first is known.
  package internal(set) var isLoaded = false
  /// Whether everything that was there at first is counted, though not all of it may be listed yet.
  package var isCounted = false
  /// How many events were counted before they were listed.
  var countedEvents = 0
  /// How many events' types are known.
  package internal(set) var typedCount = 0

  /// The same as ``problems``.
  var notedProblems: Set<StoreProblem> = []
  var ids = EventIDColumn()
  /// One more than the number of the type, 0 while it is not known.
  var typeNumbers: [UInt32] = []
  var types: [EventType] = []
  var typeCounts: [Int] = []
  var numberOfType: [EventType: Int] = [:]

  var entries: [StreamEntry] = []
  var numberOfStream: [StreamName: Int] = [:]
  /// The numbers of the streams, sorted by name.
  var streamOrder: [Int] = []
  var categoryTotals: [String: CategorySummary] = [:]
  var memberships = Memberships()
  /// Links whose event is not there.
  var danglingLinks: [EventID: Set<StreamName>] = [:]

  package init() {}

  /// The number of events that are listed.
  package var count: Int { ids.count }

  /// The number of events as far as it is known.
  package var eventCount: Int { max(ids.count, countedEvents) }

  /// How many events and links are listed: lists may be others where this is another.
  package var extent: (events: Int, links: Int) { (ids.count, memberships.count) }

  /// The id in a row.
  package func id(at row: Int) -> EventID { ids[row] }

  /// The type in a row; `nil` while it is not read.
  package func type(at row: Int) -> EventType? {
    let number = typeNumbers[row]
    return number == 0 ? nil : types[Int(number) - 1]
  }

  /// The row of an event.
  package func row(of id: EventID) -> Int? {
    let place = place(of: id)
    guard place < order.count, ids[Int(order[place])] == id else { return nil }
    return Int(order[place])
  }

  /// Where an id stands, or would stand, in ``order``.
  package func place(of id: EventID) -> Int { place(of: id, in: order) }

  /// Where an id stands, or would stand, among rows in id order.
  package func place(of id: EventID, in rows: [UInt32]) -> Int {
    rows.partitioningIndex(of: id, in: ids)
  }

  /// All types with their counts, most first, then by name.
  package var typeSummaries: [TypeSummary] {
    zip(types, typeCounts).lazy.filter { $1 > 0 }.map { TypeSummary(type: $0, count: $1) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.type < $1.type }
  }

  /// How many types there are.
  package var typeCount: Int { typeCounts.count { $0 > 0 } }

  /// How many events are of a type.
  package func count(of type: EventType) -> Int { numberOfType[type].map { typeCounts[$0] } ?? 0 }

  /// The rows of a type's events, in id order.
  package func rows(of type: EventType) -> [UInt32] {
    guard let number = numberOfType[type] else { return [] }
    return order.filter { typeNumbers[Int($0)] == UInt32(number + 1) }
  }
}
