/// A stream in a catalog.
package struct StreamEntry: Sendable, Hashable {
  package let name: StreamName
  /// The rows of its events, in id order.
  package internal(set) var rows: [UInt32]

  /// How many events it was counted to have before they were listed.
  var countedVersion = 0

  /// The number of events.
  package var version: Int { max(rows.count, countedVersion) }
}

/// A category of streams: those whose names begin alike up to the first `-`.
package struct CategorySummary: Sendable, Hashable {
  package let name: String
  package internal(set) var streamCount: Int
  /// The sum of the streams' versions.
  package internal(set) var eventCount: Int
}

/// A type of events and how many there are.
package struct TypeSummary: Sendable, Hashable {
  package let type: EventType
  package let count: Int
}
