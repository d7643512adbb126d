internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func takeInCommandLine(_ key: Key) -> [BrowserEffect] {
    switch key {
    case .escape, .control("c"): commandLine = nil
    case .enter:
      return runCommandLine()
    case .up, .control("p"): commandLine?.showEarlier()
    case .down, .control("n"): commandLine?.showLater()
    case .tab where commandLine?.kind == .command:
      let streams = catalog.streams.map(\.name)
      commandLine?.complete { CommandLine.completions(of: $0, streams: streams) }
    case .backspace where commandLine?.editor.isEmpty == true: commandLine = nil
    default: _ = commandLine?.editor.take(key)
    }
    return []
  }

  /// Opens a prompt; what was typed in one of its kind before is in its history.
  mutating func prompt(_ kind: CommandPrompt.Kind, text: String = "") {
    commandLine = CommandPrompt(kind, history: histories[kind] ?? [], text: text)
  }

  private mutating func runCommandLine() -> [BrowserEffect] {
    guard let prompt = commandLine else { return [] }
    let line = prompt.editor.text
    commandLine = nil
    if !line.isEmpty, histories[prompt.kind]?.last != line {
      histories[prompt.kind, default: []].append(line)
    }
    switch prompt.kind {
    case .command: return run(line: line)
    case .search: return search(line)
    case .filter: return filter(line)
    }
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
  /// Moves if the command is one that moves.
  mutating func runIfMoving(_ command: BrowserCommand) {
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
