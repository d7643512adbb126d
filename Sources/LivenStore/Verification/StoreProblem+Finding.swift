extension StoreProblem {
  /// What `verify` found, as a problem in a list; `nil` if it is only worth knowing.
  package init?(_ finding: VerificationFinding) {
    guard finding.level > .info else { return nil }
    let parts = finding.subject.split(separator: "/", omittingEmptySubsequences: false)
    let isInStream = parts.count > 1 && parts[0] == StoreLayout.streams
    self.init(
      subject: finding.subject, message: "\(finding.message) (\(finding.code))",
      id: parts.last.flatMap { EventID(fileName: Array($0.utf8).span) },
      stream: isInStream ? StreamName(String(parts[1])) : nil, level: finding.level)
  }
}
