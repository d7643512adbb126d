import ArgumentParser
import LivenStore

/// Finds every defect of a store.
struct VerifyCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Find every defect of a store; change nothing.",
    discussion: """
      Exit status 0: clean; 1: warnings; 2: errors. Findings of level info count for nothing.

      V01 folders, V02 modes, V03 kinds of files, V04 names, V05 sizes, V06 JSON, V07 members,
      V08 payloads, V09 case, V10 times, V11 unfinished names, V12 streams, V13 links, V14 missing
      events, V15 events of no stream, V16 unfinished appends, V17 temporary files, V18 and V19 names
      that deceive, V20 the ledger and its checksums, V21 the file system.

      EXAMPLES
        livenstore verify shop-data
        livenstore verify shop-data --json | jq -r 'select(.level == "error") | .subject'
      """)

  @OptionGroup var store: StoreArgument
  @Flag(help: "Show what is only worth knowing, too.") var info = false
  @Flag(help: "Print JSON lines.") var json = false

  func perform() throws {
    var worst = VerificationFinding.Level.info
    var output = OutputBuffer()
    var count = 0
    try Verification(path: store.path).forEachFinding { finding in
      worst = max(worst, finding.level)
      if finding.level > .info { count += 1 }
      guard json || info || finding.level > .info else { return }
      if json { output.line(finding.json) } else { output.line(finding.text) }
    }
    if !json, worst == .info { output.line("\(store.path): clean") }
    if !json, worst > .info { output.line("\(store.path): \(count) findings") }
    output.flush()
    if worst > .info { throw ExitCode(worst == .error ? 2 : 1) }
  }
}

extension VerificationFinding {
  var text: String { "\(code) \(level.name): \(subject): \(message)." }

  var json: JSONValue {
    .object([
      JSONMember(name: "code", value: .string(code)),
      JSONMember(name: "level", value: .string(level.name)),
      JSONMember(name: "subject", value: .string(subject)),
      JSONMember(name: "message", value: .string(message)),
    ])
  }
}
