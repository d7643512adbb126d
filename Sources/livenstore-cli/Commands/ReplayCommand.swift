import ArgumentParser
import LivenStore

/// Replays a stream.
struct ReplayCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Print the state that a stream's events make, or every step.",
    discussion: """
      Without --reducer the fields of the payloads are merged in order: a field has the value that an
      event gave it last. A reducer is a program of any language, run by sh: it reads an event a line,
      {"version","id","type","time","streams","payload"}, and prints the state after it a line.

      --at is a version, or a time such as 2024-04-23 or 2024-04-23T10:30:59Z (UTC).

      EXAMPLES
        livenstore replay shop-data order-1001
        livenstore replay shop-data order-1001 --steps
        livenstore replay shop-data order-1001 --at 3 --json | jq .state
        livenstore replay shop-data user-42 --steps --reducer 'python3 users.py'
        livenstore replay shop-data user-42 --reducer \\
          'jq --unbuffered -nc "foreach inputs as \\$e ({}; . + \\$e.payload)"'
      """)

  @OptionGroup var options: ReplayOptions
  @Option(help: "Up to this version or time.") var at: MomentArgument?
  @Flag(help: "Print every step with what it changed.") var steps = false

  func perform() throws {
    let replay = try options.replay()
    var output = OutputBuffer()
    if steps, !options.json { output.line("\(options.stream), \(options.label)") }
    var last: TimelineStep<JSONValue>?
    var failureCount = 0
    defer { output.flush() }
    try replay.forEachStep(until: at?.moment) { step in
      last = step
      if step.error != nil { failureCount += 1 }
      guard steps else { return true }
      if options.json {
        output.line(step.line)
      } else {
        for line in StepText(step).lines { output.line(line) }
      }
      return true
    }
    if !steps { print(last, &output) }
    if failureCount > 0, !steps {
      Diagnostics.warn("\(failureCount) events could not be applied: --steps shows which.")
    }
  }

  private func print(_ last: TimelineStep<JSONValue>?, _ output: inout OutputBuffer) {
    let version = last?.version ?? 0
    let state = last?.state ?? .object([])
    if options.json {
      return output.line(
        .object([
          JSONMember(name: "stream", value: .string(options.stream)),
          JSONMember(name: "aggregate", value: .string(options.source.name)),
          JSONMember(name: "version", value: .number("\(version)")),
          JSONMember(name: "state", value: state),
        ]))
    }
    output.line("\(options.stream) at version \(version), \(options.label)")
    for line in StateText.lines(of: state) { output.line(line) }
  }
}

/// A state as aligned lines of its members.
enum StateText {
  static func lines(of state: JSONValue) -> [String] {
    guard case .object(let members) = state, !members.isEmpty else { return ["  \(state)"] }
    let width = min(24, members.map(\.name.count).max() ?? 0)
    return members.map { member in
      let space = String(repeating: " ", count: max(0, width - member.name.count))
      return "  \(member.name)\(space)  \(member.value)"
    }
  }
}
