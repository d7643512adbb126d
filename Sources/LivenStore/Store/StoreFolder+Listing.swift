extension StoreFolder {
  /// The ids of all events, in id order.
  func eventIDs() throws(EventStoreError) -> [EventID] {
    var ids: [EventID] = []
    try forEachEventID { ids.append($0) }
    ids.sort()
    return ids
  }

  /// Calls `body` with the id of each event, in no order.
  func forEachEventID(_ body: (EventID) -> Void) throws(EventStoreError) {
    do {
      try disk.forEachName(in: events.number) { name, _ in
        if let id = EventID(fileName: name) { body(id) }
      }
    } catch {
      throw .failed("list the events", "\(path)/\(StoreLayout.events)", error)
    }
  }

  /// The names of all streams, sorted, and the folders that cannot be streams.
  func streamNames() throws(EventStoreError) -> (names: [StreamName], problems: [StoreProblem]) {
    var names: [StreamName] = []
    var problems: [StoreProblem] = []
    do {
      try disk.forEachName(in: streams.number) { bytes, kind in
        guard bytes[0] != UInt8(ascii: ".") else { return }
        let raw = bytes.indices.map { bytes[$0] }
        let text = String(decoding: raw, as: UTF8.self)
        guard kind.mayBeFolder, text.utf8.elementsEqual(raw), let name = StreamName(text)
        else {
          let reason = kind.mayBeFolder ? "its name is not UTF-8" : "it is no folder"
          problems.append(StoreProblem(subject: "streams/\(text)", message: reason))
          return
        }
        names.append(name)
      }
    } catch {
      throw .failed("list the streams", "\(path)/\(StoreLayout.streams)", error)
    }
    names.sort()
    return (names, problems)
  }

  /// The ids linked into a stream, in id order, with those that are committed and not placed yet; empty
  /// if there is no such stream.
  func ids(in stream: StreamName) throws(EventStoreError) -> [EventID] {
    guard let directory = try directory(of: stream) else { return [] }
    return try ids(in: stream, directory)
  }

  func ids(in stream: StreamName, _ directory: StreamDirectory) throws(EventStoreError) -> [EventID]
  {
    // While we share the lock, nobody is between the commit of an append and its links.
    try directory.withLock(disk, shared: true) { () throws(EventStoreError) in
      var ids = try sortedIDs(of: stream, directory)
      for intent in openIntents() { ids.insertSorted(intent.ids(in: stream)) }
      return ids
    }
  }

  /// The ids of the links that are there; under the stream's lock.
  func placedIDs(in stream: StreamName) throws(EventStoreError) -> [EventID] {
    guard let directory = try directory(of: stream) else { return [] }
    return try sortedIDs(of: stream, directory)
  }

  private func sortedIDs(
    of stream: StreamName, _ directory: StreamDirectory
  ) throws(EventStoreError) -> [EventID] {
    do {
      return try directory.sortedIDs(disk)
    } catch {
      throw .failed("list the stream", "streams/\(stream)", error)
    }
  }

  /// Whether a stream has a link of this event's name.
  func holds(_ id: EventID, in stream: StreamName) throws(EventStoreError) -> Bool {
    guard let directory = try directory(of: stream) else { return false }
    let status = try? id.withFileName { name throws(Errno) in
      try disk.status(of: name, in: directory.descriptor.number)
    }
    return status != nil
  }

  /// Reads a stream in id order, after an id if one is given.
  func readStream(
    _ stream: StreamName, after: EventID?, limit: Int
  ) throws(EventStoreError) -> StreamPage {
    guard let directory = try directory(of: stream) else { throw .unknownStream(stream) }
    let all = try ids(in: stream, directory)
    let (places, next) = all.page(after: after, limit: limit)
    var events: [Event] = []
    events.reserveCapacity(places.count)
    for id in all[places] { events.append(try read(id)) }
    return StreamPage(events: events, next: next, version: all.count)
  }
}
