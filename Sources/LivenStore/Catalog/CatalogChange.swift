/// Something that was found in a store, or that happened in it.
package enum CatalogChange: Sendable, Hashable {
  /// All events, in id order, when the store was opened.
  case listed([EventID])
  /// Streams with the ids linked into them, in id order.
  case streamsListed([StreamListing])
  /// The types of events that were listed.
  case typesRead([TypedID])
  /// Everything that was there at first is known.
  case loaded
  /// An event came.
  case appended(TypedID)
  /// An event was linked.
  case linked(EventID, to: StreamName)
  /// A file or folder is not as it should be.
  case problem(StoreProblem)
  /// How changes are noticed from now on.
  case watching(WatchMode)
  /// The system lost notifications; everything was compared again, which found the last so many events.
  case compared(missedCount: Int)
  /// The store's folder is gone or another one stands in its place.
  case storeGone(String)
}

/// A stream and the ids linked into it, in id order.
package struct StreamListing: Sendable, Hashable {
  package let name: StreamName
  package let ids: [EventID]

  package init(name: StreamName, ids: [EventID]) {
    self.name = name
    self.ids = ids
  }
}

/// An event's id and its type.
package struct TypedID: Sendable, Hashable {
  package let id: EventID
  package let type: EventType

  package init(id: EventID, type: EventType) {
    self.id = id
    self.type = type
  }
}
