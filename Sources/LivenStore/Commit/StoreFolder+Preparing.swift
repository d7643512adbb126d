import Synchronization

extension StoreFolder {
  /// Writes an event's file that has no name yet.
  ///
  /// The file gets its name when it is complete, so no reader meets a part of it.
  func prepare(_ event: Event) throws(Errno) -> PreparedFile {
    try EventEnvelope.withBytes(of: event) { bytes throws(Errno) in
      let nameless = try openNameless(event.id, in: events.number)
      do throws(Errno) {
        try disk.write(nameless.file.number, bytes)
      } catch {
        if let aside = nameless.aside { drop(aside, in: events.number) }
        throw error
      }
      return PreparedFile(
        nameless, event: event, sizeBytes: bytes.byteCount, checksum: CRC32C.checksum(of: bytes))
    }
  }

  /// Opens a file without a name, or with one that no reader takes for an event's.
  func openNameless(_ id: EventID, in folder: Int32) throws(Errno) -> NamelessFile {
    if makesUnnamedFiles.load(ordering: .relaxed) {
      do {
        return NamelessFile(
          file: try disk.openUnnamedFile(in: folder, mode: options.fileMode), aside: nil)
      } catch  where error == .notSupported || error == .isAFolder {
        makesUnnamedFiles.store(false, ordering: .relaxed)
      }
    }
    let (high, low) = SystemEntropy.randomBits()
    let aside = ".\(id).\(high)\(low).tmp"
    let file = try aside.withFileName { name throws(Errno) in
      try disk.createFile(name, in: folder, mode: options.fileMode)
    }
    return NamelessFile(file: file, aside: aside)
  }

  /// Gives a prepared file its name; fails with ``Errno/exists`` if the event is there.
  func name(_ prepared: PreparedFile) throws(Errno) {
    try prepared.id.withFileName { name throws(Errno) in
      try nameFile(prepared.nameless, name, in: events.number)
    }
  }

  /// link(2), unlike rename(2), fails if the name is taken.
  func nameFile(
    _ nameless: borrowing NamelessFile, _ name: FileName, in folder: Int32
  ) throws(Errno) {
    guard let aside = nameless.aside else {
      return try disk.name(nameless.file.number, name, in: folder)
    }
    defer { drop(aside, in: folder) }
    try aside.withFileName { aside throws(Errno) in
      try disk.hardLink(aside, as: name, in: folder)
    }
  }

  /// Removes a temporary name; nothing is lost if that fails.
  func drop(_ aside: String, in folder: Int32) {
    try? aside.withFileName { name throws(Errno) in
      try disk.unlink(name, in: folder)
    }
  }
}
