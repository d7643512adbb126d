/// Why a ledger that is there cannot be used; it is rebuilt from the files.
enum LedgerProblem: Error {
  case notALedger
  case otherNames
  case unreadable(Errno)

  /// The problem as the end of a sentence that names the ledger.
  var sentence: String {
    switch self {
    case .notALedger: "its header is damaged"
    case .otherNames: "it does not belong to the names beside it"
    case .unreadable(let errno): "it cannot be read: \(errno)"
    }
  }
}
