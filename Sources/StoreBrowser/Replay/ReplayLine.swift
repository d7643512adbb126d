internal import LivenStore

/// What a person typed behind `:` for a replay.
enum ReplayLine: Sendable, Hashable {
  /// Replay the stream by this, or by what fits.
  case replay(String)
  case at(String)
  case find(String)
  /// A draft of a type and a payload; none takes the drafts away.
  case whatIf(String)
  case pin(String)
  /// Write the state, the step or the history into a file.
  case export(Part, String)
  /// A category, `=`, and the command for its streams.
  case reducer(String)
  /// Turn the whole browser to a moment; none is now.
  case asOf(String)

  enum Part: String, Sendable, CaseIterable {
    case state
    case step
    case history
  }

  static let names =
    ["at ", "find ", "whatif ", "pin ", "replay ", "reducer ", "asof "]
    + Part.allCases.map { "export-\($0.rawValue) " }

  /// Reads a line; `nil` if its first word is another command's.
  static func parse(_ name: String, _ argument: String) -> CommandLine.Request? {
    switch name {
    case "whatif": return .replay(.whatIf(argument))
    case "asof": return .replay(.asOf(argument))
    case "replay": return argument.isEmpty ? nil : .replay(.replay(argument))
    case "at", "find", "pin", "reducer": break
    default:
      guard name.hasPrefix("export-"), Part(rawValue: String(name.dropFirst(7))) != nil else {
        return nil
      }
    }
    guard !argument.isEmpty else { return .wrong(":\(name) needs a word behind it") }
    switch name {
    case "at": return .replay(.at(argument))
    case "find": return .replay(.find(argument))
    case "pin": return .replay(.pin(argument))
    case "reducer":
      guard argument.contains("=") else {
        return .wrong(":reducer takes CATEGORY = COMMAND, such as order = jq -nc -f order.jq")
      }
      return .replay(.reducer(argument))
    default:
      return Part(rawValue: String(name.dropFirst(7))).map { .replay(.export($0, argument)) }
    }
  }
}
