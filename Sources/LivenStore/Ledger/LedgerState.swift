/// What a store's folder knows of the ledger at its path.
struct LedgerState: Sendable {
  var file: LedgerFile?
  var problem: LedgerProblem?
}
