/// How times are shown.
package enum TimeFormat: String, Sendable, CaseIterable {
  case local
  case utc
  case ago
  case sincePrevious = "since-previous"

  /// The format in words, for the status line.
  var label: String {
    switch self {
    case .local: "local time"
    case .utc: "UTC"
    case .ago: "time ago"
    case .sincePrevious: "since previous"
    }
  }

  var next: TimeFormat {
    let all = TimeFormat.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
