/// One thing that `verify` found, of one check.
package struct VerificationFinding: Sendable, Hashable {
  /// How much it matters; the worst one is the exit status of `verify`.
  package enum Level: Int, Sendable, Comparable {
    case info, warning, error

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

    package var name: String {
      switch self {
      case .info: "info"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// The check, V01–V21.
  package let code: String
  package let level: Level
  /// The file or folder, relative to the store.
  package let subject: String
  /// One sentence without its subject and its stop.
  package let message: String
  /// What mends it; `nil` if nothing does.
  let remedy: Remedy?

  init(
    _ code: String, _ level: Level, _ subject: String, _ message: String, remedy: Remedy? = nil
  ) {
    self.code = code
    self.level = level
    self.subject = subject
    self.message = message
    self.remedy = remedy
  }
}

/// What `repair` does about a finding; nothing is deleted but our own temporary files.
enum Remedy: Sendable, Hashable {
  /// Make a folder of the store.
  case makeFolder(String)
  /// Take the right to write from group and others.
  case closeModes(String)
  /// Move an entry of a folder to the quarantine.
  case quarantine(folder: [String], name: [UInt8])
  /// Complete the appends that are under way.
  case completeIntents
  /// Drop a temporary name that a dead writer left.
  case dropTemporary(folder: [String], name: [UInt8])
  /// Compare the ledger with the files, or rebuild it.
  case rebuildLedger
}
