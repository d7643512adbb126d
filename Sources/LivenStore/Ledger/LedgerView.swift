/// What the ledger says of a store, compared with its folders.
package struct LedgerView: Sendable {
  /// Events and links.
  package let index: LedgerIndex
  /// What is not as it should be, of the folders that were compared.
  package let problems: [StoreProblem]
  /// One sentence if the ledger was made or mended for this view.
  package let notice: String?
}

extension JSONEventStore {
  /// Above how many events a store without a ledger gets one from who only reads it.
  static let ledgerThresholdCount = 50_000

  /// Reads the ledger and adopts what others wrote; `nil` if there is no ledger and none can be made.
  ///
  /// - Parameters:
  ///   - isCompared: whether to look for what is not in the ledger.
  ///   - makesLedger: whether to make one where there is none, however small the store.
  ///   - progress: gets how many of how many events are read while a ledger is made.
  /// - Returns: events and links, problems, and what was done to the ledger.
  /// - Throws: ``EventStoreError`` if a folder or the ledger cannot be read.
  package func ledgerView(
    isCompared: Bool = true, makesLedger: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(EventStoreError) -> LedgerView? {
    // To compare is to adopt, and that writes.
    guard folder.isTrusted || !isCompared else { return nil }
    var notice: String?
    if folder.currentLedger() == nil {
      guard let made = try makeLedger(always: makesLedger, progress) else { return nil }
      notice = made
    }
    for _ in 0..<3 {
      guard let ledger = folder.currentLedger(), let inner = folder.innerFolder() else {
        return nil
      }
      var comparison = LedgerComparison(folder, ledger, inner)
      try comparison.readRows()
      if isCompared {
        do throws(EventStoreError) {
          try comparison.run()
        } catch {
          if error.code == .unavailable { continue }
          if JSONEventStore.leavesLedgerAside(error) { return nil }
          throw error
        }
        if comparison.hasLostRows {
          guard let sentence = try rebuild(ledger, "it had rows without files", progress) else {
            return nil
          }
          notice = sentence
          continue
        }
      }
      return LedgerView(index: comparison.index, problems: comparison.problems, notice: notice)
    }
    return nil
  }

  private func makeLedger(
    always: Bool, _ progress: (Int, Int) -> Void
  ) throws(EventStoreError) -> String? {
    if let problem = folder.ledgerProblem { return try rebuild(nil, problem.sentence, progress) }
    let count = try folder.eventIDs().count
    guard always || count > JSONEventStore.ledgerThresholdCount || folder.innerFolder() != nil
    else { return nil }
    return try rebuild(nil, nil, progress)
  }

  /// Rebuilds and says so; `nil` if the store cannot be written to, or has no room.
  private func rebuild(
    _ ledger: LedgerFile?, _ reason: String?, _ progress: (Int, Int) -> Void
  ) throws(EventStoreError) -> String? {
    do {
      let count = try folder.rebuildLedger(replacing: ledger, progress: progress)
      guard let reason else { return "The ledger was made from the files: \(count) events." }
      return "The ledger was rebuilt from the files, \(count) events: \(reason)."
    } catch let error where JSONEventStore.leavesLedgerAside(error) {
      return nil
    }
  }

  /// A store that cannot be written to, or on a full device, is read from its folders.
  private static func leavesLedgerAside(_ error: EventStoreError) -> Bool {
    error.code == .permissionDenied || error.code == .noSpace
  }
}
