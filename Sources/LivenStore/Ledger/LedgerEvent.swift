/// An event as the ledger has it.
package struct LedgerEvent: Sendable, Hashable {
  package let id: EventID
  /// The row of the ledger.
  package let position: Int
  /// The streams that hold it, sorted by name.
  package internal(set) var streams: [StreamName]
}
