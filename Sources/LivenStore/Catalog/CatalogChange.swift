/// Something that was found in a store, or that happened in it.
package enum CatalogChange: Sendable {
  /// What is known so far of what was there when the store was opened: it takes the place of what was
  /// told before, and its rows may be others.
  case found(StoreCatalog)
  /// What was found so far does not hold: it is looked for anew.
  case restarted
  /// A stream came; its links are told by themselves.
  case streamFound(StreamName)
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

  /// Whether it is ``loaded``.
  package var isLoaded: Bool { if case .loaded = self { true } else { false } }

  /// Whether it is ``restarted``.
  package var isRestart: Bool { if case .restarted = self { true } else { false } }

  /// Whether it tells of what was there when the store was opened.
  package var isListing: Bool {
    switch self {
    case .found, .restarted: true
    default: false
    }
  }
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
