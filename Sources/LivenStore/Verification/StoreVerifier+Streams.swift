extension StoreVerifier {
  mutating func checkStreams() throws(EventStoreError) {
    var names: [[UInt8]] = []
    do {
      names = try folder.disk.names(in: folder.streams.number)
    } catch {
      throw .failed("list the streams", "\(path)/\(StoreLayout.streams)", error)
    }
    var folded: [String: StreamName] = [:]
    names.sort { $0.lexicographicallyPrecedes($1) }
    for bytes in names {
      guard !stop.isSet else { return }
      let text = String(decoding: bytes, as: UTF8.self)
      guard bytes.first != UInt8(ascii: "."), text.utf8.elementsEqual(bytes),
        let name = StreamName(text)
      else {
        checkOther(bytes, in: [StoreLayout.streams])
        continue
      }
      if let problem = NameRules.problem(with: bytes) {
        found("V19", .warning, "streams/\(text)", problem)
      }
      // A dictionary of text compares by canonical equivalence, which is what two folders may share.
      if let other = folded.updateValue(name, forKey: NameRules.folded(name)) {
        found(
          "V18", .warning, "streams/\(text)",
          "is the same name as '\(other)' where case or normal forms do not count")
      }
      try checkStream(name, bytes)
    }
  }

  private mutating func checkStream(
    _ name: StreamName, _ bytes: [UInt8]
  ) throws(EventStoreError) {
    let directory: StreamDirectory
    do {
      guard let open = try folder.directory(of: name) else { return }
      directory = open
    } catch {
      return found(
        "V12", .error, "streams/\(name)", "is not a folder",
        .quarantine(folder: [StoreLayout.streams], name: bytes))
    }
    var entries: [[UInt8]] = []
    do {
      entries = try folder.disk.names(in: directory.descriptor.number)
    } catch {
      throw .failed("list the stream", "streams/\(name)", error)
    }
    for entry in entries {
      guard let id = EventID(fileName: entry.span) else {
        checkOther(entry, in: [StoreLayout.streams, name.description])
        continue
      }
      checkLink(id, in: name, directory)
    }
  }

  private mutating func checkLink(
    _ id: EventID, in stream: StreamName, _ directory: StreamDirectory
  ) {
    let subject = "streams/\(stream)/\(id).json"
    let remedy = Remedy.quarantine(
      folder: [StoreLayout.streams, stream.description], name: id.fileNameBytes)
    linkCount += 1
    if let problem = try? folder.linkProblem(of: id, in: stream, directory) {
      return found("V13", .error, subject, problem.replacing("\(subject) ", with: ""), remedy)
    }
    linkedIDs.insert(id)
    guard !soundIDs.contains(id) else { return }
    let isThere = unsoundIDs.contains(id)
    found(
      "V14", .error, subject,
      isThere ? "links to a file that is no event" : "links to an event that is missing", remedy)
  }
}
