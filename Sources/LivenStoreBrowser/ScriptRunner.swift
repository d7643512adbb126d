internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// Runs a script on the browser without a terminal.
struct ScriptRunner {
  private let runtime: BrowserRuntime
  private var model: BrowserModel
  private var isDone = false
  /// The event that is being read, so that keys wait for what the one before asked for.
  private var reading: EventID?
  /// How many parts of scans are on their way.
  private var scanCount = 0
  private var isLookingUp = false
  private let store: JSONEventStore

  private static let deadlineNanoseconds: UInt64 = 10_000_000_000

  init(store: JSONEventStore, model: BrowserModel, cacheBytes: Int) {
    self.store = store
    runtime = BrowserRuntime(
      store: store, sources: model.replaySources, wakeSource: nil, cacheBytes: cacheBytes)
    self.model = model
  }

  mutating func run(_ lines: [String]) throws(ScriptError) {
    runtime.start()
    defer { runtime.end() }
    try wait("the store to load") { $0.catalog.isLoaded }
    for (index, line) in lines.enumerated() where !isDone && !line.isEmpty && !line.hasPrefix("#") {
      try run(line, number: index + 1)
    }
  }

  private mutating func run(_ line: String, number: Int) throws(ScriptError) {
    if line.hasPrefix("wait ") {
      let text = String(line.dropFirst(5))
      return try wait("'\(text)' (line \(number))") { $0.draw().grid.text.contains(text) }
    }
    let keys =
      line.hasPrefix(":")
      ? line.unicodeScalars.map { Key.character($0) } + [.enter] : Key.parse(keys: line)
    guard let keys else {
      throw ScriptError(description: "line \(number): '\(line)' holds a key that is none")
    }
    for key in keys { take(.key(key)) }
    try wait("line \(number) to be done") { _ in true }
  }

  /// Takes messages in until a condition holds and nothing is being read.
  private mutating func wait(
    _ what: String, until condition: (BrowserModel) -> Bool
  ) throws(ScriptError) {
    let start = SystemClock.monotonicNanoseconds()
    while true {
      for message in runtime.inbox.takeAll() { take(message) }
      take(.tick(milliseconds: Int64(SystemClock.unixMilliseconds())))
      let isQuiet = reading == nil && scanCount == 0 && !isLookingUp && !model.isBusy
      if isQuiet, condition(model) || isDone { return }
      guard SystemClock.monotonicNanoseconds() - start < ScriptRunner.deadlineNanoseconds else {
        throw ScriptError(description: "waited 10 s in vain for \(what)")
      }
      SystemClock.sleep(milliseconds: 1)
    }
  }

  private mutating func take(_ message: BrowserMessage) {
    switch message {
    case .recordRead(let record) where record.id == reading: reading = nil
    case .recordFailed(let id, _) where id == reading: reading = nil
    case .scanned: scanCount -= 1
    case .positionsRead, .note: isLookingUp = false
    default: break
    }
    for effect in model.update(message) {
      switch effect {
      case .readRecord(let id):
        reading = id
        runtime.read(id)
      case .saveScreen(let path): take(.note(ScreenFile.save(model.draw().grid, to: path)))
      case .scan(let request):
        scanCount += 1
        runtime.scan(request)
      case .export(let candidates, let path):
        take(.note(EventExport(store: store).write(candidates, to: path)))
      case .showCopy: take(.note("There is no terminal to show a copy on."))
      case .replay(let request): runtime.replay(request)
      case .save(let bytes, let what, let path):
        take(.note(BytesFile.save(bytes, what: what, to: path)))
      case .readPositions(let position):
        isLookingUp = true
        runtime.readPositions(upTo: position)
      case .quit: isDone = true
      case .stopWork: runtime.endLoading()
      case .refresh: runtime.refresh()
      case .verify: runtime.verifier.start()
      case .stopVerifying: runtime.verifier.end()
      case .redraw, .suspend, .copy, .useMouse: break
      }
    }
  }
}

/// What is wrong with a script, in one sentence.
struct ScriptError: Error, CustomStringConvertible {
  let description: String
}
