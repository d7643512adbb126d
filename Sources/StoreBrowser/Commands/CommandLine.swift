internal import LivenStore
internal import TerminalUI

/// What a person typed behind `:`.
enum CommandLine {
  /// What it asks for.
  enum Request {
    case command(BrowserCommand)
    case goTo(String)
    /// A stream, and what to narrow it to.
    case stream(StreamName, String?)
    case filter(String)
    case export(String, Exported)
    case set(String, String)
    case bind(Key, BrowserCommand)
    case saveScreen(String)
    /// The help, with what to look for in it.
    case help(String)
    case replay(ReplayLine)
    case wrong(String)
  }

  /// Which events are written into a file.
  enum Exported: String {
    case shown = "export"
    case event = "export-event"
    case marks = "export-marks"
  }

  private static let withArguments = [
    "goto ", "stream ", "filter ", "export ", "export-event ", "export-marks ", "set ",
    "save-screen ", "bind ", "help ", "theme ",
  ]
  private static let settings =
    [
      "set time=local", "set time=utc", "set time=ago", "set time=since-previous",
      "set order=oldest", "set order=newest", "set glyphs=unicode", "set glyphs=ascii",
      "set mouse=on", "set mouse=off",
    ] + ThemeName.allCases.flatMap { ["set theme=\($0.rawValue)", "theme \($0.rawValue)"] }

  static func parse(_ line: String) -> Request? {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let name = words.first.map(String.init) else { return nil }
    let argument = words.count > 1 ? trimmed(words[1]) : ""
    if let row = Int(name), row > 0 { return .goTo(name) }
    // A time: 2024-04-23 10:30, 10:30.
    if name.first?.isNumber == true, name.contains(where: { $0 == "-" || $0 == ":" }) {
      return .goTo(trimmed(line[...]))
    }
    if let request = ReplayLine.parse(name, argument) { return request }
    switch name {
    case "filter": return .filter(argument)
    case "goto", "save-screen", "stream", "set", "bind", "export", "export-event", "export-marks",
      "theme":
      guard !argument.isEmpty else { return .wrong(":\(name) needs a word behind it") }
      return parse(name, argument)
    case "q": return .command(.quit)
    case "help": return .help(argument)
    default:
      guard let command = BrowserCommand(rawValue: name) else {
        return .wrong("No command :\(name). Tab goes through them, ? tells more.")
      }
      return .command(command)
    }
  }

  private static func parse(_ name: String, _ argument: String) -> Request {
    if let exported = Exported(rawValue: name) { return .export(argument, exported) }
    switch name {
    case "goto": return .goTo(argument)
    case "theme": return .set("theme", argument)
    case "bind": return binding(argument)
    case "save-screen": return .saveScreen(argument)
    case "stream":
      // :stream order-1001 & type=OrderPaid
      let parts = argument.split(separator: " &", maxSplits: 1)
      let condition = parts.count > 1 ? trimmed(parts[1]) : nil
      do {
        return .stream(try StreamName(validating: trimmed(parts[0])), condition)
      } catch {
        return .wrong(error.message)
      }
    default:
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return .wrong(":set takes KEY=VALUE, such as time=utc") }
      return .set(trimmed(parts[0][...]), trimmed(parts[1][...]))
    }
  }

  private static func binding(_ argument: String) -> Request {
    let parts = argument.split(separator: " ").map(String.init)
    guard parts.count == 2 else { return .wrong(":bind takes KEY COMMAND, such as <C-x> quit") }
    guard let key = Key(notation: parts[0]) else {
      return .wrong("No key \(parts[0]); keys are written as j, <C-x>, <F5>, <Space>.")
    }
    guard let command = BrowserCommand(rawValue: parts[1]) else {
      return .wrong("No command \(parts[1]). Tab behind : goes through them.")
    }
    if case .character(let digit) = key, ("0"..."9").contains(digit) {
      return .wrong("\(parts[0]) begins a number and takes no command.")
    }
    guard key != .control("c") else { return .wrong("^C stops what runs and takes no command.") }
    return .bind(key, command)
  }

  /// The lines that begin as this one does.
  static func completions(
    of line: String, streams: some Sequence<StreamName>, aggregates: [String] = []
  ) -> [String] {
    if line.hasPrefix("stream ") {
      return streamsNamed(like: line.dropFirst(7), in: streams).prefix(100).map { "stream \($0)" }
    }
    let more = withArguments + settings + ReplayLine.names
    let commands = BrowserCommand.allCases.map(\.rawValue).filter { !more.contains($0 + " ") }
    let names =
      commands + more + (line.hasPrefix("replay ") ? aggregates.map { "replay \($0)" } : [])
    return names.filter { $0.hasPrefix(line) }.sorted()
  }

  /// The streams whose names begin with a text, and behind them those that hold it.
  static func streamsNamed(
    like text: some StringProtocol, in streams: some Sequence<StreamName>
  ) -> [StreamName] {
    let holding = streams.filter { $0.description.contains(text) }
    return holding.filter { $0.description.hasPrefix(text) }
      + holding.filter { !$0.description.hasPrefix(text) }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
