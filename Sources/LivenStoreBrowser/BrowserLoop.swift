internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// Waits, updates, draws: one thread, and at most 50 screens a second while much arrives.
struct BrowserLoop {
  private let store: JSONEventStore
  private let runtime: BrowserRuntime
  private var model: BrowserModel
  private let terminal: any Terminal
  private var isDone = false
  /// Something changed since the last screen.
  private var isDirty = false
  private var lastDrawnNanoseconds: UInt64 = 0

  private static let frameNanoseconds: UInt64 = 20_000_000

  init(store: JSONEventStore, model: BrowserModel, terminal: any Terminal) {
    self.store = store
    self.model = model
    self.terminal = terminal
    runtime = BrowserRuntime(store: store, wakeSource: terminal.wakeSource)
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
      var isUrgent = false
      for event in terminal.nextInput(timeoutMilliseconds: timeoutMilliseconds) {
        if case .terminate(let signal) = event { return signal }
        if case .wake = event { continue }
        isUrgent = true
        takeInput(event)
      }
      take(.tick(milliseconds: Int64(SystemClock.unixMilliseconds())))
      for message in runtime.inbox.takeAll() { take(message) }
      isDirty = true
      // A key is answered at once; what others write waits for the rest of a frame.
      if !isDone, isUrgent || nanosecondsToFrame == 0 { draw() }
    }
    return nil
  }

  /// How long the terminal is to wait: until the frame is due, until the clock shows something else, or
  /// for ever.
  private var timeoutMilliseconds: Int? {
    if isDirty { return Int((nanosecondsToFrame + 999_999) / 1_000_000) }
    return model.needsTicks ? 1_000 : nil
  }

  private var nanosecondsToFrame: UInt64 {
    let now = SystemClock.monotonicNanoseconds()
    let due = lastDrawnNanoseconds + BrowserLoop.frameNanoseconds
    return now < due ? due - now : 0
  }

  private mutating func takeInput(_ event: InputEvent) {
    switch event {
    case .key(let key): take(.key(key))
    case .paste(let text): take(.paste(text))
    case .mouse(let mouse):
      take(.mouse(mouse, atMilliseconds: Int64(SystemClock.unixMilliseconds())))
    case .resize(let size): take(.resized(size))
    case .resumed: take(.resized(terminal.size))
    case .wake, .terminate: break
    }
  }

  private mutating func take(_ message: BrowserMessage) {
    for effect in model.update(message) { run(effect) }
  }

  private mutating func run(_ effect: BrowserEffect) {
    switch effect {
    case .readRecord(let id): runtime.read(id)
    case .saveScreen(let path): take(.note(ScreenFile.save(model.draw().grid, to: path)))
    case .scan(let request): runtime.scan(request)
    case .copy(let bytes): terminal.copy(Base64Text.encoded(bytes))
    case .export(let candidates, let path): runtime.export(candidates, to: path)
    case .stopWork: runtime.endLoading()
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
    lastDrawnNanoseconds = SystemClock.monotonicNanoseconds()
    isDirty = false
  }
}
