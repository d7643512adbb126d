import ArgumentParser
import LivenStore

/// Mends a store by moving aside.
struct RepairCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Mend what verify finds: move aside, complete, rebuild.",
    discussion: """
      Without --apply it says what it would do. It deletes and rewrites no event: what is none goes to
      .livenstore/quarantine, and log.jsonl there says where it stood. It may be stopped at any time
      and run again.

      EXAMPLES
        livenstore repair shop-data
        livenstore repair shop-data --apply && livenstore verify shop-data
      """)

  @OptionGroup var store: StoreArgument
  @OptionGroup var writing: WritableStore
  @Flag(help: "Do it.") var apply = false
  @Flag(help: "Also take the right to write from group and others.") var fixModes = false

  func perform() throws {
    var findings: [VerificationFinding] = []
    try Verification(path: store.path).forEachFinding { findings.append($0) }
    if apply, findings.contains(where: { $0.code == "V01" }) {
      try StoreRepairer.makeFolders(at: store.path, findings)
      findings = []
      try Verification(path: store.path).forEachFinding { findings.append($0) }
    }
    var output = OutputBuffer()
    guard !findings.contains(where: { $0.code == "V01" }) else {
      for finding in findings { output.line(finding.text) }
      output.flush()
      throw Refusal(
        apply
          ? "\(store.path): its folders cannot be mended."
          : "\(store.path): folders are missing; --apply makes them.")
    }
    let repairer = StoreRepairer(try writing.openThere(store.path), fixesModes: fixModes)
    var count = 0
    for finding in findings {
      guard let plan = repairer.plan(for: finding) else { continue }
      count += 1
      output.line("\(finding.text) \(apply ? "Doing" : "Would"): \(plan).")
    }
    if apply { try repairer.apply(findings) }
    output.line(count == 0 ? "Nothing to do." : apply ? "Done: \(count)." : "--apply does it.")
    output.flush()
    let left = findings.count { $0.level == .error && repairer.plan(for: $0) == nil }
    if left > 0 {
      throw Refusal(
        "\(store.path): \(left) of what verify finds cannot be mended: copy those files from a backup."
      )
    }
  }
}
