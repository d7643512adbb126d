extension StoreFolder {
  /// How many files are read between two calls of `progress`.
  private static let progressCount = 16_384

  /// Writes a new ledger from the files, events in id order and each one's links behind it.
  ///
  /// Does nothing if a ledger that can be used came meanwhile. Returns how many events were read.
  func rebuildLedger(
    replacing old: LedgerFile?, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(EventStoreError) -> Int {
    let inner = try makeInnerFolder()
    let ids = try eventIDs()
    let (names, links) = try allLinks(to: ids)
    var heads: [EventHead?] = []
    heads.reserveCapacity(ids.count)
    while heads.count < ids.count {
      progress(heads.count, ids.count)
      let part = ids[heads.count..<min(heads.count + StoreFolder.progressCount, ids.count)]
      heads += self.heads(of: part).map { try? $0.get() }
    }
    try withCommitLock { current throws(EventStoreError) in
      // Somebody else has rebuilt it.
      guard current == nil || current === old else { return }
      try writeLedger(inner) { writer throws(Errno) in
        for (row, head) in heads.enumerated() {
          guard let head else { continue }
          try writer.add(.type(head.type)) { head.row(type: $0) }
          for stream in links.streams(of: row).reversed() {
            try writer.add(.stream(names[stream])) {
              .link(head.id, stream: $0, flags: LedgerRow.adopted)
            }
          }
        }
      }
    }
    return heads.count { $0 != nil }
  }

  /// What the ledger keeps of some events, in their order; read on several threads.
  func heads(of ids: ArraySlice<EventID>) -> [Result<EventHead, ReadProblem>] {
    Workers.map(count: ids.count) { [self] index in
      Result { () throws(ReadProblem) in try readHead(ids[ids.startIndex + index]) }
    }
  }

  /// All streams by name, and which of them link to the event in each row of sorted ids.
  private func allLinks(to ids: [EventID]) throws(EventStoreError) -> ([StreamName], Memberships) {
    let names = try streamNames().names
    var links = Memberships()
    for (number, name) in names.enumerated() {
      guard let directory = try directory(of: name) else { continue }
      let there = try placedIDs(in: name)
      let isSound = Workers.map(count: there.count) { [self] index in
        (try? linkProblem(of: there[index], in: name, directory)) == .some(nil)
      }
      for (id, isSound) in zip(there, isSound) where isSound {
        let row = ids.partitioningIndex { $0 >= id }
        if row < ids.count, ids[row] == id { links.add(stream: number, to: row) }
      }
    }
    return (names, links)
  }
}
