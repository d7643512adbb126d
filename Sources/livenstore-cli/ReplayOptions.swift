import ArgumentParser
import LivenStore

/// Which stream a command replays, and by what.
struct ReplayOptions: ParsableArguments {
  @Argument(help: "The store's folder.", completion: .directory) var store: String
  @Argument(help: "The stream.") var stream: String
  @Option(
    help: ArgumentHelp(
      "A command that makes the states: it reads an event a line and prints a state a line, JSON both.",
      valueName: "cmd"))
  var reducer: String?
  @Option(help: "How many seconds the reducer may take for an answer.") var reducerTimeout = 10
  @Flag(help: "Print JSON lines.") var json = false

  /// What to tell a person of states that no program of the domain made.
  static let mergeLabel = "payload fields merged in order, which is no state of your domain"

  func validate() throws {
    guard (1...3_600).contains(reducerTimeout) else {
      throw ValidationError("--reducer-timeout \(reducerTimeout): give seconds from 1 to 3600.")
    }
  }

  var source: StreamReplay.Source {
    guard let reducer else { return .merge }
    return .reducer(Reducer(reducer, timeoutMilliseconds: Int32(reducerTimeout) * 1_000))
  }

  /// What made the states, in words.
  var label: String { reducer.map { "by \($0)" } ?? ReplayOptions.mergeLabel }

  func replay() throws -> StreamReplay {
    let name = try StreamName(validating: stream)
    return StreamReplay(name, of: try JSONEventStore(opening: store), by: source)
  }
}

/// A version or a time.
struct MomentArgument: ExpressibleByArgument {
  let moment: Moment

  init?(argument: String) {
    if let version = Int(argument) {
      guard version >= 0 else { return nil }
      moment = .version(version)
    } else if let milliseconds = MomentText.milliseconds(argument) {
      moment = .time(milliseconds: milliseconds)
    } else {
      return nil
    }
  }
}
