internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func takeInCommandLine(_ key: Key) -> [BrowserEffect] {
    switch key {
    case .escape, .control("c"): commandLine = nil
    case .enter:
      let line = commandLine?.editor.text ?? ""
      commandLine = nil
      if !line.isEmpty, commandHistory.last != line { commandHistory.append(line) }
      return run(line: line)
    case .up, .control("p"): commandLine?.showEarlier()
    case .down, .control("n"): commandLine?.showLater()
    case .tab:
      let streams = catalog.streams.map(\.name)
      commandLine?.complete { CommandLine.completions(of: $0, streams: streams) }
    case .backspace where commandLine?.editor.isEmpty == true: commandLine = nil
    default: _ = commandLine?.editor.take(key)
    }
    return []
  }

  mutating func takeInHelp(_ key: Key) -> [BrowserEffect] {
    switch key {
    case .escape, .character("q"), .character("?"), .function(1): help = nil
    case .tab: help = HelpScreen(pane: (help?.pane ?? .events).next)
    case .character(":"): return run(.commandLine)
    case .control("c"): return [.quit]
    case .control("z"): return [.suspend]
    case .enter:
      let command = help?.chosenCommand
      help = nil
      return command.map { run($0) } ?? []
    default:
      if let command = Keymap.command(for: key, in: .events) {
        help?.viewport.runIfMoving(command)
      }
    }
    return []
  }
}

extension ListViewport {
  fileprivate mutating func runIfMoving(_ command: BrowserCommand) {
    switch command {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last:
      run(command, count: nil)
    default: break
    }
  }
}

extension Pane {
  /// The pane whose number is one more, the first after the last.
  var next: Pane { Pane(rawValue: rawValue % Pane.allCases.count + 1) ?? .streams }
}
