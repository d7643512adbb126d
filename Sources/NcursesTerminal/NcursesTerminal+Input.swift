internal import CNcurses
internal import CSystem
package import TerminalUI

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension NcursesTerminal {
  package func nextInput(timeoutMilliseconds: Int?) -> [InputEvent] {
    let ready = terminal_wait(0, signals, pipe.readEnd, Int32(timeoutMilliseconds ?? -1))
    var events: [InputEvent] = []
    if ready & 8 != 0 { return [.terminate(SIGHUP)] }
    if ready & 2 != 0 { events += signalEvents() }
    if ready & 4 != 0 {
      pipe.drain()
      events.append(.wake)
    }
    if ready & 1 != 0 { events += keyEvents() }
    return events
  }

  private func signalEvents() -> [InputEvent] {
    var events: [InputEvent] = []
    while true {
      switch terminal_signals_next() {
      case 0: return events
      case SIGWINCH: if takeSize() { events.append(.resize(size)) }
      case SIGINT:
        // A paste without an end takes all keys; this one is a signal.
        pasted = nil
        events.append(.key(.control("c")))
      case SIGTSTP: events.append(.key(.control("z")))
      case SIGCONT:
        redraw()
        events.append(.resumed)
      case let signal: events.append(.terminate(signal))
      }
    }
  }

  private func keyEvents() -> [InputEvent] {
    var events: [InputEvent] = []
    while let (kind, value) = nextCharacter() {
      if let event = kind == 2 ? keyCode(Int32(value)) : character(value) { events.append(event) }
    }
    return events
  }

  /// What curses has read: a character, or 2 and the number of a key.
  private func nextCharacter() -> (kind: Int32, value: UInt32)? {
    if let next = unread.popLast() { return next }
    var value: UInt32 = 0
    let kind = unsafe cn_read(&value)
    return kind == 0 ? nil : (kind, value)
  }

  private func keyCode(_ code: Int32) -> InputEvent? {
    if code == cn_paste_start() {
      pasted = []
      return nil
    }
    if code == cn_paste_end() { return endPaste() }
    return NcursesTerminal.key(code).map { .key($0) }
  }

  private func endPaste() -> InputEvent? {
    defer { pasted = nil }
    return .paste(String(String.UnicodeScalarView(pasted ?? [])))
  }

  /// Takes in what is pasted.
  ///
  /// Curses misses an end that comes in two parts, as over a slow line.
  private func paste(_ scalar: Unicode.Scalar) -> InputEvent? {
    // A paste without an end must not fill the memory.
    if (pasted?.count ?? 0) < 1 << 20 { pasted?.append(scalar) }
    guard scalar == "~", let text = pasted,
      text.suffix(6).elementsEqual("\u{1B}[201~".unicodeScalars)
    else { return nil }
    pasted?.removeLast(6)
    return endPaste()
  }

  private func character(_ value: UInt32) -> InputEvent? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    if pasted != nil { return paste(scalar) }
    switch value {
    case 0x1B: return escape()
    case 0x0D, 0x0A: return .key(.enter)
    case 0x09: return .key(.tab)
    case 0x7F, 0x08: return .key(.backspace)
    case 0..<0x20: return Unicode.Scalar(value | 0x60).map { .key(.control($0)) }
    default: return .key(.character(scalar))
    }
  }

  /// Escape alone, a report of the mouse, or the start of a sequence that curses does not know, which is
  /// swallowed whole: else a stray answer of the terminal would type its letters.
  private func escape() -> InputEvent? {
    guard let (kind, value) = nextCharacter() else { return .key(.escape) }
    let isSequence = value == 0x5B || value == 0x5D || value == 0x4F || value == 0x50
    guard kind == 1, isSequence else {
      // A key that came at once is a key of its own.
      unread.append((kind, value))
      return .key(.escape)
    }
    return sequence(endsByBell: value == 0x5D || value == 0x50)
  }

  /// The rest of a sequence of the terminal.
  private func sequence(endsByBell: Bool) -> InputEvent? {
    var parameters: [UInt32] = []
    while parameters.count < 4_096, let next = nextCharacter(), next.kind == 1 {
      let value = next.value
      // Another one begins: this one was broken off, unless it is the first half of its end.
      if value == 0x1B {
        leaveEscape(endsByBell: endsByBell)
        return nil
      }
      if endsByBell {
        if value == 0x07 || value == 0x5C { return nil }
      } else if (0x40...0x7E).contains(value) {
        return report(parameters, end: value)
      }
      parameters.append(value)
    }
    return nil
  }

  /// Puts an escape back, if it does not begin the end of a text (`ESC \`).
  private func leaveEscape(endsByBell: Bool) {
    let next = nextCharacter()
    if let next, endsByBell, next == (1, 0x5C) { return }
    if let next { unread.append(next) }
    unread.append((1, 0x1B))
  }

  private func report(_ parameters: [UInt32], end: UInt32) -> InputEvent? {
    if end == 0x7E, parameters.elementsEqual("200".unicodeScalars.map(\.value)) {
      // Curses has missed it, as where it came in two parts.
      pasted = []
      return nil
    }
    return MouseReport(parameters, end: end).event(rest: { nextCharacter()?.value })
      .map { .mouse($0) }
  }

  private static func key(_ code: Int32) -> Key? {
    switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BTAB: .backTab
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_SLEFT: .shiftLeft
    case KEY_SRIGHT: .shiftRight
    case KEY_ENTER: .enter
    case (KEY_F0 + 1)...(KEY_F0 + 24): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// Ends the process as the signal would have, with the terminal given back.
  package static func end(by signal: Int32) { terminal_end_by(signal) }
}
