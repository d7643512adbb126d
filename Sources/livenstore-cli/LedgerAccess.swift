import ArgumentParser
import LivenStore

/// How a command that reads a store uses its ledger.
struct LedgerAccess: ParsableArguments {
  @Flag(help: "Trust the ledger: do not look for what other programs wrote.") var ledgerOnly = false

  /// Whether the ledger tells all there is now; adopts what others wrote first.
  func isReady(_ store: JSONEventStore) throws -> Bool {
    if ledgerOnly || store.ledgerIsCurrent() { return store.hasLedger }
    return try view(store) != nil
  }

  /// Everything that the ledger tells; `nil` if there is none.
  func view(_ store: JSONEventStore) throws -> LedgerView? {
    var progress = Progress(totalBytes: nil)
    let view = try store.ledgerView(isCompared: !ledgerOnly) { count, total in
      progress.show(count: count, of: total, "reading events for the ledger")
    }
    progress.clear()
    if let notice = view?.notice { Diagnostics.warn(notice) }
    for problem in view?.problems ?? [] {
      Diagnostics.warn("\(problem.subject): \(problem.message).")
    }
    return view
  }
}
