internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// Waits, updates, draws: one thread, and at most 30 screens a second while much arrives.
struct BrowserLoop {
  private let store: JSONEventStore
  private let runtime: BrowserRuntime
  private var model: BrowserModel
  private let terminal: any Terminal
  private var isDone = false
  /// Something changed since the last screen.
  private var isDirty = false
  private var pace = FramePace()
  /// A record is being read, and one that a key asked for.
  private var (isReading, awaitsRecord) = (false, false)
  /// What has come and is not taken in yet: a key goes before it.
  private var waiting: ArraySlice<BrowserMessage> = []

  /// How long a key may wait for messages to be taken in.
  private static let turnNanoseconds: UInt64 = 5_000_000

  init(store: JSONEventStore, model: BrowserModel, terminal: any Terminal, cacheBytes: Int) {
    self.store = store
    self.model = model
    self.terminal = terminal
    runtime = BrowserRuntime(
      store: store, sources: model.replaySources, wakeSource: terminal.wakeSource,
      cacheBytes: cacheBytes)
  }

  /// What the user would find again.
  var session: BrowserSession { model.session }

  /// Runs until the user quits, or until a signal whose number is returned.
  mutating func run() -> Int32? {
    if model.settings.usesMouse { terminal.useMouse(true) }
    runtime.start()
    defer { runtime.end() }
    draw()
    while !isDone {
      var isAnswer = false
      let input = terminal.nextInput(timeoutMilliseconds: timeoutMilliseconds)
      // What a key does may tell the time: a pause, an age.
      take(.tick(milliseconds: Int64(SystemClock.unixMilliseconds())))
      for event in input {
        if case .terminate(let signal) = event { return signal }
        if case .wake = event { continue }
        isAnswer = true
        takeInput(event)
      }
      // A key is answered at once; what others write waits for the rest of a frame.
      if isAnswer, !isDone { draw() }
      if takeMessages() { isAnswer = true } else if !isAnswer { isDirty = true }
      if !isDone, isDirty, isAnswer || nanosecondsToFrame == 0 { draw() }
    }
    return nil
  }

  /// Takes in what has come, for a short time: the rest has its turn after the next look for keys.
  ///
  /// - Returns: whether the event is among it that a key chose: the rest of the answer.
  private mutating func takeMessages() -> Bool {
    if waiting.isEmpty { waiting = runtime.inbox.takeAll()[...] }
    let start = SystemClock.monotonicNanoseconds()
    var hasAnswer = false
    while !isDone, let message = waiting.popFirst() {
      isDirty = true
      take(message)
      if awaitsRecord, message.isRecord { (awaitsRecord, hasAnswer) = (false, true) }
      if message.isStep { hasAnswer = true }
      if SystemClock.monotonicNanoseconds() - start > BrowserLoop.turnNanoseconds { break }
    }
    return hasAnswer
  }

  /// How long the terminal is to wait: until the frame is due, until the clock shows something else, or
  /// for ever.
  private var timeoutMilliseconds: Int? {
    if !waiting.isEmpty { return 0 }
    if isDirty { return Int((nanosecondsToFrame + 999_999) / 1_000_000) }
    return model.tickMilliseconds
  }

  private var nanosecondsToFrame: UInt64 {
    pace.wait(SystemClock.monotonicNanoseconds())
  }

  private mutating func takeInput(_ event: InputEvent) {
    switch event {
    case .key(let key):
      take(.key(key))
      awaitsRecord = isReading
    case .paste(let text): take(.paste(text))
    case .mouse(let mouse):
      take(.mouse(mouse, atMilliseconds: Int64(SystemClock.unixMilliseconds())))
    case .resize(let size): take(.resized(size))
    case .resumed: take(.resized(terminal.size))
    case .wake, .terminate: break
    }
  }

  private mutating func take(_ message: BrowserMessage) {
    if message.isRecord { isReading = false }
    for effect in model.update(message) { run(effect) }
  }

  private mutating func run(_ effect: BrowserEffect) {
    switch effect {
    case .readRecord(let id):
      isReading = true
      runtime.read(id)
    case .saveScreen(let path): take(.note(ScreenFile.save(model.draw().grid, to: path)))
    case .scan(let request): runtime.scan(request)
    case .copy(let bytes): terminal.copy(Base64Text.encoded(bytes))
    case .export(let candidates, let path): runtime.export(candidates, to: path)
    case .verify: runtime.verifier.start()
    case .stopVerifying: runtime.verifier.end()
    case .replay(let request): runtime.replay(request)
    case .save(let bytes, let what, let path):
      take(.note(BytesFile.save(bytes, what: what, to: path)))
    case .readPositions(let position): runtime.readPositions(upTo: position)
    case .stopWork: runtime.endLoading()
    case .refresh: runtime.refresh()
    case .showCopy(let id, let streams):
      let sentence = EventCopy(store: store).show(id, streams, on: terminal)
      take(.resized(terminal.size))
      if let sentence { take(.note(sentence)) }
    case .useMouse(let isOn): terminal.useMouse(isOn)
    case .redraw: terminal.redraw()
    case .suspend:
      terminal.suspend()
      take(.resized(terminal.size))
    case .quit: isDone = true
    }
  }

  private mutating func draw() {
    let (grid, cursor) = model.draw()
    terminal.present(grid, cursor: cursor)
    pace.note(SystemClock.monotonicNanoseconds())
    isDirty = false
  }
}

extension BrowserMessage {
  /// Whether it is what became of reading an event.
  fileprivate var isRecord: Bool {
    switch self {
    case .recordRead, .recordFailed: true
    default: false
    }
  }

  /// Whether it is the step that a replay waits for.
  fileprivate var isStep: Bool {
    if case .replay(let answer) = self, case .step = answer.content { true } else { false }
  }
}
