import ArgumentParser
import LivenStore
import LivenStoreBrowser

/// Opens the browser.
struct BrowseCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Browse a store: streams, events, payloads, live feed.",
    discussion: """
      Press ? in the browser for its keys. Events and streams are only read.

      A script line that starts with : is a command, "wait TEXT" waits until the screen holds TEXT,
      any other line is keys (jj<Enter><Tab>).

      Settings and keys are read from $XDG_CONFIG_HOME/livenstore/config, or ~/.config/livenstore/config:
      a line is "set KEY=VALUE", "bind KEY COMMAND" or "reducer CATEGORY = COMMAND" as behind : in the
      browser, or begins with #. A script reads none but --config.

      A replay (r) merges the fields of payloads, unless a reducer makes the states: a program that reads
      an event a line and prints the state after it a line, JSON both, as for livenstore replay.

      Where you were in a store is kept in $XDG_STATE_HOME/livenstore, or ~/.local/state/livenstore, and
      found again: the event, stream and filter, marks, order and time format, and what you typed.

      EXAMPLES
        livenstore browse shop-data
        livenstore browse shop-data -c ':stream order-1001' -c '&type=OrderPaid'
        livenstore browse shop-data --script tour.txt --size 140x40
        livenstore browse shop-data --replay order-1001 --reducer 'jq -nc -f order.jq'
      """)

  @OptionGroup var store: StoreArgument
  @Option(help: "Run a script of keys and commands without a terminal.", completion: .file())
  var script: String?
  @Option(
    name: [.customShort("c"), .long],
    help: ArgumentHelp(
      "Run a line once the store is known, as behind : / or &; may be given more than once.",
      valueName: "line"))
  var command: [String] = []
  @Option(help: "The size of the script's screen, COLUMNSxROWS.")
  var size = "80x24"
  @Option(help: "Read settings and keys from this file instead.", completion: .file())
  var config: String?
  @Option(
    help: ArgumentHelp(
      "How many MiB of payloads searches and filters keep in memory.", valueName: "MiB"))
  var cache = 256
  @Flag(help: "Begin anew, and keep nothing for the next time.")
  var noSession = false
  @Option(help: "Replay this stream.") var replay: String?
  @Option(
    help: ArgumentHelp(
      "A command that makes the states of replays; JSON lines in and out.", valueName: "cmd"))
  var reducer: String?
  @Option(help: "The look: auto, light, dark or mono.") var theme: String?
  @Flag(help: "Draw frames and marks in ASCII.")
  var ascii = false

  func perform() throws {
    guard (0...1_048_576).contains(cache) else {
      throw ValidationError("--cache \(cache) is no number of MiB: give 0 to keep none, or 256.")
    }
    if let theme, !EventBrowser.themeNames.contains(theme) {
      let names = EventBrowser.themeNames.joined(separator: ", ")
      throw ValidationError("--theme '\(theme)' is none of \(names).")
    }
    let options = EventBrowser.Options(
      usesASCII: ascii, configuration: themed(try configuration()), payloadCacheBytes: cache << 20,
      sessionFolder: noSession ? nil : BrowseCommand.stateFolder,
      reducer: reducer, replayedStream: try replay.map { try StreamName(validating: $0) },
      commands: command)
    guard let script else { return try EventBrowser.run(storeAt: store.path, options: options) }
    let parts = size.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (1...1_000).contains(parts[0]), (1...1_000).contains(parts[1]) else {
      throw ValidationError("--size '\(size)' is no size: give it as 80x24.")
    }
    let text = String(decoding: try TextInput.read(script), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try EventBrowser.run(
      script: lines, storeAt: store.path, width: parts[0], height: parts[1], options: options)
  }
}

extension BrowseCommand {
  /// The file that is named, else the one in its place if there is one.
  private func configuration() throws -> EventBrowser.Configuration? {
    if let config { return named(config, try TextInput.read(config)) }
    guard script == nil, let path = BrowseCommand.usualConfiguration else { return nil }
    do throws(Errno) { return named(path, try TextFile.read(path)) } catch .notFound {
      return nil
    } catch {
      throw Refusal("\(path): cannot be read: \(error)")
    }
  }

  /// The settings with the look that was asked for, which comes last and so counts.
  private func themed(_ settings: EventBrowser.Configuration?) -> EventBrowser.Configuration? {
    guard let theme else { return settings }
    let text = (settings?.text ?? "") + "\nset theme=\(theme)"
    return EventBrowser.Configuration(name: settings?.name ?? "--theme", text: text)
  }

  private func named(_ path: String, _ bytes: [UInt8]) -> EventBrowser.Configuration {
    EventBrowser.Configuration(name: path, text: String(decoding: bytes, as: UTF8.self))
  }

  /// Where the XDG base directory specification has what a program remembers; a relative path counts for
  /// nothing there.
  private static var stateFolder: String? {
    let home = Environment.value(of: "HOME").map { $0 + "/.local/state" }
    let state = Environment.value(of: "XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (state ?? home).map { $0 + "/livenstore" }
  }

  /// Where the XDG base directory specification has it.
  private static var usualConfiguration: String? {
    let home = Environment.value(of: "HOME").map { $0 + "/.config" }
    return (Environment.value(of: "XDG_CONFIG_HOME") ?? home).map { $0 + "/livenstore/config" }
  }
}

/// A file that a user names.
enum TextInput {
  static func read(_ path: String) throws -> [UInt8] {
    do { return try TextFile.read(path) } catch {
      throw Refusal("\(path): cannot be read: \(error)")
    }
  }
}
