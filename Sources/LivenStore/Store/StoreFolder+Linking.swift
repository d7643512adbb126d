extension StoreFolder {
  /// Links a stored event into a stream; false if it was linked already.
  func link(_ id: EventID, to stream: StreamName) throws(EventStoreError) -> Bool {
    try checkWritable()
    do {
      try id.withFileName { name throws(Errno) in try disk.exists(name, in: events.number) }
    } catch .notFound {
      throw .unknownEvent(id)
    } catch {
      throw .failed("look for the event", "events/\(id).json", error)
    }
    // Who appends at a version holds the stream's lock: no link comes in between.
    let isNew = try makeDirectory(of: stream).withLock(disk) { () throws(EventStoreError) in
      try withCommitLock { ledger throws(EventStoreError) in
        let number = try? ledger?.number(of: .stream(stream))
        guard try makeLink(id, to: stream, retriesLeft: 1) else { return false }
        if let ledger, let number { try? ledger.append([.link(id, stream: number)]) }
        return true
      }
    }
    if options.durability == .synced { try syncNames(in: [try makeDirectory(of: stream)]) }
    return isNew
  }

  /// Makes a link; false if it was there.
  func makeLink(
    _ id: EventID, to stream: StreamName, retriesLeft: Int
  ) throws(EventStoreError) -> Bool {
    let directory = try makeDirectory(of: stream)
    do {
      try id.withLinkText { text throws(Errno) in
        try id.withFileName { name throws(Errno) in
          try disk.symbolicLink(to: text, name, in: directory.descriptor.number)
        }
      }
      return true
    } catch .exists {
      try checkLink(of: id, in: stream, directory)
      return false
    } catch .notFound where retriesLeft > 0 {
      // The folder that we hold was removed: make it anew.
      forget(stream)
      return try makeLink(id, to: stream, retriesLeft: retriesLeft - 1)
    } catch {
      throw .failed("link the event", "streams/\(stream)/\(id).json", error)
    }
  }

  private func checkLink(
    of id: EventID, in stream: StreamName, _ directory: StreamDirectory
  ) throws(EventStoreError) {
    guard let problem = try linkProblem(of: id, in: stream, directory) else { return }
    throw EventStoreError(code: .corruptEvent, message: "\(problem).")
  }

  /// Refuses what stands at a link's place and is not that link; nothing there is well.
  func checkPlace(of id: EventID, in stream: StreamName) throws(EventStoreError) {
    guard let directory = try directory(of: stream), try holds(id, in: stream) else { return }
    try checkLink(of: id, in: stream, directory)
  }

  /// What is wrong with a link, as a sentence without its stop; its text is compared, never followed.
  func linkProblem(
    of id: EventID, in stream: StreamName, _ directory: StreamDirectory
  ) throws(EventStoreError) -> String? {
    do {
      let text = try id.withFileName { name throws(Errno) in
        try disk.linkText(name, in: directory.descriptor.number)
      }
      if text == id.linkText { return nil }
      return "streams/\(stream)/\(id).json leads to '\(String(decoding: text, as: UTF8.self))', "
        + "not to ../../events/\(id).json"
    } catch {
      return "streams/\(stream)/\(id).json is no symbolic link"
    }
  }

  /// The folder of a stream, made if it is not there.
  func makeDirectory(of stream: StreamName) throws(EventStoreError) -> StreamDirectory {
    if let directory = try directory(of: stream) { return directory }
    if let problem = stream.problemForWriting {
      throw .invalidStreamName(stream.description, because: problem)
    }
    do {
      try stream.description.withFileName { name throws(Errno) in
        try disk.makeFolder(name, in: streams.number, mode: options.folderMode)
      }
    } catch .exists {
      // Another writer made it between our two calls.
    } catch {
      throw .failed("create the stream", "streams/\(stream)", error)
    }
    guard let directory = try directory(of: stream) else { throw .unknownStream(stream) }
    return directory
  }
}
