import LivenStore

/// What must hold of a store in any state that a crash can leave.
struct CrashChecker {
  let workload: CommitWorkload
  let acknowledged: Set<Int>

  /// What a reader beside the writer would find wrong; `nil` if nothing.
  ///
  /// It sees all that was written: every row is whole, of a known name, and its file or link is there.
  func problemBesideWriter(_ state: DiskState) -> String? {
    do {
      let store = try open(state)
      var problem: String?
      var verifier = StoreVerifier(store) { finding in
        let isVoidRow = finding.message.hasSuffix("are void")
        guard finding.level > .info || isVoidRow, !["V10", "V16"].contains(finding.code) else {
          return
        }
        problem = problem ?? "\(finding.code) \(finding.subject): \(finding.message)"
      }
      try verifier.run()
      return try problem ?? partProblem(store)
    } catch {
      return "\(error)"
    }
  }

  /// What is wrong once the next writer has opened the store; `nil` if nothing is.
  func problemAfterRestart(_ state: DiskState) -> String? {
    do {
      let disk = SimulatedDisk(state)
      let store = try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
      try store.recover()
      if let problem = try partProblem(store) ?? lossProblem(store) { return problem }
      if let problem = try fileProblem(store) { return problem }
      return try ledgerProblem(store)
    } catch {
      return "\(error)"
    }
  }

  private func open(_ state: DiskState) throws -> JSONEventStore {
    let disk = SimulatedDisk(state)
    return try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
  }

  /// An append that is there in part.
  private func partProblem(_ store: JSONEventStore) throws -> String? {
    for (number, unit) in workload.units.enumerated() {
      let there = try count(of: unit, in: store)
      let all = unit.events.count * (1 + unit.streams.count)
      if there != 0, there != all { return "append \(number) is there in part: \(there) of \(all)" }
    }
    return nil
  }

  /// An acknowledged append that is not there.
  private func lossProblem(_ store: JSONEventStore) throws -> String? {
    for number in acknowledged where try count(of: workload.units[number], in: store) == 0 {
      return "append \(number) was acknowledged and is lost"
    }
    return nil
  }

  private func count(of unit: CommitWorkload.Unit, in store: JSONEventStore) throws -> Int {
    var count = 0
    for event in unit.events where try store.readIfThere(event.id) == event { count += 1 }
    for stream in unit.streams {
      let ids = try store.eventIDs(in: stream)
      count += unit.events.count { ids.holdsSorted($0.id) }
    }
    return count
  }

  /// A torn event, or a link that leads nowhere.
  private func fileProblem(_ store: JSONEventStore) throws -> String? {
    for id in try store.eventIDs() where try store.readRecord(id).event == nil {
      return "events/\(id).json is torn"
    }
    for stream in ["a-1", "a-2", "b-1"] as [StreamName] {
      for id in try store.eventIDs(in: stream) where try store.readIfThere(id) == nil {
        return "streams/\(stream)/\(id).json leads nowhere"
      }
    }
    return nil
  }

  /// A ledger that, once compared, does not say what the files say.
  private func ledgerProblem(_ store: JSONEventStore) throws -> String? {
    guard let view = try store.ledgerView(makesLedger: true) else { return "there is no ledger" }
    let ids = try store.eventIDs()
    guard view.index.doubledCount == 0 else { return "the ledger has rows twice" }
    return view.index.ids.sorted() == ids ? nil : "the ledger and the files differ"
  }
}

extension JSONEventStore {
  fileprivate func readIfThere(_ id: EventID) throws -> Event? {
    do throws(EventStoreError) {
      return try read(id)
    } catch {
      if error.code == .notFound || error.code == .corruptEvent { return nil }
      throw error
    }
  }
}
