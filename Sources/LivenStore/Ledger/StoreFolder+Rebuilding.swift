extension StoreFolder {
  /// Writes a new ledger from the files, events in id order and each one's links behind it.
  ///
  /// Does nothing if a ledger that can be used came meanwhile. Returns how many events were read.
  func rebuildLedger(
    replacing old: LedgerFile?, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(EventStoreError) -> Int {
    let inner = try makeInnerFolder()
    let ids = try eventIDs()
    let links = try allLinks()
    var heads: [EventHead] = []
    heads.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() {
      if let head = try? readHead(id) { heads.append(head) }
      if index % 4_096 == 0 { progress(index, ids.count) }
    }
    try withCommitLock { current throws(EventStoreError) in
      // Somebody else has rebuilt it.
      guard current == nil || current === old else { return }
      try writeLedger(inner) { writer throws(Errno) in
        for head in heads {
          try writer.add(.type(head.type)) { head.row(type: $0) }
          for stream in links[head.id] ?? [] {
            try writer.add(.stream(stream)) {
              .link(head.id, stream: $0, flags: LedgerRow.adopted)
            }
          }
        }
      }
    }
    return heads.count
  }

  /// The streams that hold each event.
  private func allLinks() throws(EventStoreError) -> [EventID: [StreamName]] {
    var links: [EventID: [StreamName]] = [:]
    for name in try streamNames().names {
      guard let directory = try directory(of: name) else { continue }
      for id in try placedIDs(in: name) where try linkProblem(of: id, in: name, directory) == nil {
        links[id, default: []].append(name)
      }
    }
    return links
  }
}
