/// An event of a replay: one of the stream's, or a draft that is stored nowhere.
package struct ReplayEntry: Sendable, Hashable {
  package enum Source: Sendable, Hashable {
    case stored(EventID)
    case draft(Event)
  }

  package let source: Source
  /// The version that it made of its stream; a draft has the one before it.
  package let version: Int
  /// The streams that hold it, as far as who replays wants to know.
  package let streams: [StreamName]
  /// Whether the replay goes on as if it had not happened.
  package var isIgnored = false

  package init(_ source: Source, version: Int, streams: [StreamName] = []) {
    self.source = source
    self.version = version
    self.streams = streams
  }

  package var id: EventID {
    switch source {
    case .stored(let id): id
    case .draft(let event): event.id
    }
  }

  package var isDraft: Bool {
    if case .draft = source { true } else { false }
  }
}

/// How a replay gets at the events, on any thread.
package typealias EventReading = @Sendable (EventID) throws(EventStoreError) -> Event

extension ReplayEntry {
  func read(_ reading: EventReading) throws(EventStoreError) -> Event {
    switch source {
    case .stored(let id): try reading(id)
    case .draft(let event): event
    }
  }
}
