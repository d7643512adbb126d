extension JSONEventStore {
  /// What stands in an event's file, be it an event or not.
  package func readRecord(_ id: EventID) throws(EventStoreError) -> EventRecord {
    try folder.readRecord(id)
  }

  /// The ids of all events, in id order.
  package func eventIDs() throws(EventStoreError) -> [EventID] {
    try folder.eventIDs()
  }

  /// The ids linked into a stream, in id order; empty if there is no such stream.
  package func eventIDs(in stream: StreamName) throws(EventStoreError) -> [EventID] {
    try folder.ids(in: stream)
  }
}
