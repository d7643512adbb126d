extension JSONEventStore {
  /// What stands in an event's file, be it an event or not.
  package func readRecord(_ id: EventID) throws(EventStoreError) -> EventRecord {
    try folder.readRecord(id)
  }

  /// Brings everything that this process wrote to the device: the end of a long buffered write.
  package func synchronize() throws(EventStoreError) {
    do {
      try folder.disk.syncEverything(folder.events.number)
    } catch .notSupported {
      do { try folder.disk.sync(folder.events.number) } catch {
        throw .failed("sync the store", path, error)
      }
    } catch {
      throw .failed("sync the store", path, error)
    }
  }

  /// The ids of all events, in id order.
  package func eventIDs() throws(EventStoreError) -> [EventID] {
    try folder.eventIDs()
  }
}

extension JSONEventStore {
  /// Makes a stream without events.
  package func make(_ stream: StreamName) throws(EventStoreError) {
    _ = try folder.makeDirectory(of: stream)
  }

  /// Whether there is a stream of this name.
  package func hasStream(_ name: StreamName) throws(EventStoreError) -> Bool {
    try folder.directory(of: name) != nil
  }

  /// The streams that hold an event, sorted by name; asks each stream's folder.
  package func streams(of id: EventID) throws(EventStoreError) -> [StreamName] {
    var holding: [StreamName] = []
    for name in try folder.streamNames().names where try folder.holds(id, in: name) {
      holding.append(name)
    }
    return holding
  }
}
