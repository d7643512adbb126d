extension StoreVerifier {
  func checkIntents() {
    guard let inner = folder.innerFolder() else { return checkInnerFolder() }
    for name in (try? folder.disk.names(in: inner.intents.number)) ?? [] {
      let text = String(decoding: name, as: UTF8.self)
      let parent = [StoreLayout.inner, StoreLayout.intents]
      let subject = (parent + [text]).joined(separator: "/")
      if name.first == UInt8(ascii: ".") {
        checkOther(name, in: parent)
      } else if let state = folder.intentState(text, inner) {
        switch state {
        case .underWay: found("V16", .info, subject, "is an append that is under way")
        case .orphan:
          found(
            "V16", .error, subject, "is an append whose writer died: the next append completes it",
            .completeIntents)
        case .unreadable:
          found(
            "V16", .error, subject, "is no append that can be read",
            .quarantine(folder: parent, name: name))
        }
      }
    }
    for name in (try? folder.disk.names(in: inner.root.number)) ?? []
    where name.first == UInt8(ascii: ".") || name.suffix(4).elementsEqual(".new".utf8) {
      found(
        "V17", .info, "\(StoreLayout.inner)/\(String(decoding: name, as: UTF8.self))",
        "is a file that a writer left", .dropTemporary(folder: [StoreLayout.inner], name: name))
    }
  }

  /// Says why a folder of ours that is there cannot be opened.
  private func checkInnerFolder() {
    var parent = folder.root.number
    var subject = ""
    var opened: FileDescriptor?
    for name in [StoreLayout.inner, StoreLayout.intents] {
      subject += (subject.isEmpty ? "" : "/") + name
      do throws(Errno) {
        opened = try name.withFileName { name throws(Errno) in
          try folder.disk.openFolder(name, in: parent)
        }
      } catch .notFound {
        return
      } catch {
        return found(
          "V01", .error, subject, "is no folder that can be opened: \(error); it must not be a link"
        )
      }
      parent = opened?.number ?? parent
    }
  }

  /// Compares the ledger with the files: rows, checksums, and what is in one and not in the other.
  func checkLedger() throws(EventStoreError) {
    let subject = "\(StoreLayout.inner)/\(StoreLayout.ledger)"
    guard let ledger = folder.currentLedger() else {
      if let problem = folder.ledgerProblem {
        found("V20", .error, subject, problem.sentence, .rebuildLedger)
      } else {
        found(
          "V20", .info, subject, "is not there: it is made when the store is next read or written")
      }
      return
    }
    var check = LedgerCheck()
    var reader = LedgerReader(ledger, disk: folder.disk)
    do {
      try reader.forEachRow { row, _ in check.take(row) }
    } catch {
      return found("V20", .error, subject, "cannot be read: \(error)", .rebuildLedger)
    }
    let names = ledger.nameTable
    if reader.voidCount > 0 {
      // A power cut leaves such rows; their events are adopted at the end.
      found("V20", .info, subject, "\(reader.voidCount) of its rows are void")
    }
    for id in check.doubled { found("V20", .error, subject, "has \(id) twice", .rebuildLedger) }
    try checkRows(check, names, subject)
  }

  private func checkRows(
    _ check: LedgerCheck, _ names: NameTable, _ subject: String
  ) throws(EventStoreError) {
    for (id, row) in check.events {
      if unsoundIDs.contains(id) { continue }
      guard soundIDs.contains(id) else {
        found("V20", .error, subject, "has '\(id)', whose file is missing", .rebuildLedger)
        continue
      }
      guard let head = try? folder.readHead(id) else { continue }
      if head.checksum != row.fileChecksum {
        found(
          "V20", .error, "events/\(id).json",
          "is not what was stored: its checksum is another than the ledger's")
      }
    }
    let missing = soundIDs.ids.count { check.events[$0] == nil }
    if missing > 0 {
      found(
        "V20", .info, subject, "\(missing) events are not in it yet: the next reader adopts them",
        .rebuildLedger)
    }
    for (number, ids) in check.links {
      guard let name = names.entry(number).flatMap({ StreamName($0.text) }) else { continue }
      let there = Set(try folder.placedIDs(in: name))
      for id in ids.subtracting(there) {
        found(
          "V20", .error, subject, "has a link of '\(id)' in '\(name)' that is missing",
          .rebuildLedger)
      }
    }
  }
}

/// What a ledger says, for comparison with the files.
private struct LedgerCheck {
  var events: [EventID: LedgerRow] = [:]
  var links: [UInt32: Set<EventID>] = [:]
  var doubled: [EventID] = []

  mutating func take(_ row: LedgerRow) {
    if row.kind == .event {
      if events.updateValue(row, forKey: row.id) != nil { doubled.append(row.id) }
    } else if !links[row.name, default: []].insert(row.id).inserted {
      doubled.append(row.id)
    }
  }
}
