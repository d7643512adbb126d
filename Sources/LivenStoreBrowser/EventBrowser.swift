public import LivenStore
internal import NcursesTerminal
internal import StoreBrowser
internal import TerminalUI

/// The event browser, on the user's terminal or driven by a script.
public enum EventBrowser: Sendable {
  /// How the browser is started.
  public struct Options: Sendable {
    /// Frames and marks in ASCII, whatever the locale.
    public var usesASCII: Bool
    /// Settings and keys, a `set` or a `bind` a line.
    public var configuration: Configuration?
    /// How many bytes of payloads searches and filters keep, so that the next ones need not read them
    /// again; 256 MiB if nothing else is said.
    public var payloadCacheBytes: Int
    /// The folder that keeps where the user was in each store; `nil` keeps nothing.
    ///
    /// A script neither reads nor writes it.
    public var sessionFolder: String?
    /// A command that makes the states of streams for which there is no aggregate.
    public var reducer: String?
    /// The stream whose replay is opened at once.
    public var replayedStream: StreamName?
    /// Lines that are run once the store is known, each as behind its prompt: `:stream order-1001`,
    /// `&type=OrderPaid`, `/lost`.
    public var commands: [String]

    /// Takes the choices.
    public init(
      usesASCII: Bool = false, configuration: Configuration? = nil,
      payloadCacheBytes: Int = 256 << 20, sessionFolder: String? = nil, reducer: String? = nil,
      replayedStream: StreamName? = nil, commands: [String] = []
    ) {
      self.usesASCII = usesASCII
      self.configuration = configuration
      self.payloadCacheBytes = payloadCacheBytes
      self.sessionFolder = sessionFolder
      self.reducer = reducer
      self.replayedStream = replayedStream
      self.commands = commands
    }
  }

  /// The text of a file of settings, and what to call it when a line is wrong.
  public struct Configuration: Sendable {
    /// What it is called.
    public var name: String
    /// Its lines.
    public var text: String

    /// Takes both.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// Opens the browser on a store and returns when the user quits.
  ///
  /// Events and streams are only read.
  ///
  /// - Parameters:
  ///   - path: the store's folder.
  ///   - options: how it is started.
  /// - Throws: an error of one sentence if there is no store or no terminal.
  public static func run(storeAt path: String, options: Options = Options()) throws {
    try run(store: JSONEventStore(opening: path), options: options)
  }

  /// Opens the browser on a store, with what an app knows of its events.
  ///
  /// ```swift
  /// try EventBrowser.run(store: JSONEventStore(opening: "data"), aggregates: [User.self, Order.self])
  /// ```
  /// A stream is replayed by the aggregate of its category, else by the one that knows most of its events:
  /// with its own handlers, upcasts and errors. Events and streams are only read.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - aggregates: the types that streams can be replayed by.
  ///   - options: how it is started.
  /// - Throws: an error of one sentence if there is no terminal, or no stream to replay.
  public static func run(
    store: JSONEventStore, aggregates: [any Aggregate.Type] = [], options: Options = Options()
  ) throws {
    try checkReplayed(options, store)
    SystemMemory.returnLargeBlocks()
    try NcursesTerminal.withTerminal { terminal in
      let ascii = options.usesASCII || !terminal.isUnicode
      var settings = Settings(
        glyphs: ascii ? .ascii : .unicode, colorDepth: terminal.colorDepth,
        background: terminal.background, offsetMinutes: LocalTime.offsetMinutes)
      settings.isInTmux = Environment.value(of: "TMUX") != nil
      var model = model(of: store, aggregates, terminal.size, settings, options)
      let session = options.sessionFolder.map { SessionFile(folder: $0, store: store.path) }
      if let sentence = session?.restore(&model) { _ = model.update(.note(sentence)) }
      var loop = BrowserLoop(
        store: store, model: model, terminal: terminal, cacheBytes: options.payloadCacheBytes)
      let signal = loop.run()
      session?.write(loop.session)
      if let signal { NcursesTerminal.end(by: signal) }
    }
  }

  /// Runs a script without a terminal; prints nothing.
  ///
  /// A line that starts with `:` is a command, `wait TEXT` waits until the screen holds the text, at
  /// most ten seconds, and any other line is keys in the notation of vim (`jj<Enter><Tab>`).
  ///
  /// - Parameters:
  ///   - script: the lines.
  ///   - path: the store's folder.
  ///   - width: the columns of the screen.
  ///   - height: the rows of the screen.
  ///   - options: how it is started.
  /// - Throws: an error of one sentence if a line is wrong or a text does not come.
  public static func run(
    script: [String], storeAt path: String, width: Int, height: Int, options: Options = Options()
  ) throws {
    try run(
      script: script, store: JSONEventStore(opening: path), width: width, height: height,
      options: options)
  }

  /// Runs a script on a store, with what an app knows of its events; prints nothing.
  ///
  /// - Parameters:
  ///   - script: the lines.
  ///   - store: the store.
  ///   - aggregates: the types that streams can be replayed by.
  ///   - width: the columns of the screen.
  ///   - height: the rows of the screen.
  ///   - options: how it is started.
  /// - Throws: an error of one sentence if a line is wrong or a text does not come.
  public static func run(
    script: [String], store: JSONEventStore, aggregates: [any Aggregate.Type] = [], width: Int,
    height: Int, options: Options = Options()
  ) throws {
    try checkReplayed(options, store)
    let settings = Settings(
      glyphs: options.usesASCII ? .ascii : .unicode, offsetMinutes: LocalTime.offsetMinutes)
    let size = Size(width: width, height: height)
    let model = model(of: store, aggregates, size, settings, options)
    var runner = ScriptRunner(store: store, model: model, cacheBytes: options.payloadCacheBytes)
    try runner.run(script)
  }

  /// The looks that a browser can have.
  package static var themeNames: [String] { ThemeName.allCases.map(\.rawValue) }

  private static func model(
    of store: JSONEventStore, _ aggregates: [any Aggregate.Type], _ size: Size,
    _ settings: Settings, _ options: Options
  ) -> BrowserModel {
    let sources = ReplaySources(
      aggregates: aggregates.map { ReplayableAggregate($0) }, reducer: options.reducer)
    var model = BrowserModel(
      title: title(of: store.path), size: size, settings: settings, replaySources: sources,
      replaying: options.replayedStream)
    if let configuration = options.configuration {
      model.configure(configuration.text, name: configuration.name)
    }
    model.awaitedLines = options.commands
    return model
  }

  private static func checkReplayed(_ options: Options, _ store: JSONEventStore) throws {
    guard let stream = options.replayedStream, try !store.hasStream(stream) else { return }
    throw EventStoreError.unknownStream(stream)
  }

  /// The last part of a path that names anything.
  private static func title(of path: String) -> String {
    path.split(separator: "/").last { $0 != "." }.map(String.init) ?? path
  }
}
