internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func takeInHelp(_ key: Key) -> [BrowserEffect] {
    switch key {
    case .escape, .character("q"), .character("?"), .function(1), .control("c"): help = nil
    case .tab: help = HelpScreen(pane: (help?.pane ?? .events).next, keymap: settings.keymap)
    case .control("z"): return [.suspend]
    case .enter:
      let command = help?.chosenCommand
      help = nil
      return command.map { run($0) } ?? []
    default: runInHelp(settings.keymap.command(for: key, in: .events))
    }
    return []
  }

  private mutating func runInHelp(_ command: BrowserCommand?) {
    switch command {
    case .search: prompt(.search)
    case .commandLine: prompt(.command)
    case .nextMatch: goToHelpMatch(help?.pattern, isForward: true)
    case .previousMatch: goToHelpMatch(help?.pattern, isForward: false)
    case .some(let command): help?.viewport.runIfMoving(command)
    case nil: break
    }
  }

  /// Searches the help; an empty text repeats its last search.
  mutating func searchHelp(_ text: String) {
    guard !text.isEmpty else { return goToHelpMatch(help?.pattern, isForward: true) }
    do { goToHelpMatch(try TextPattern(text), isForward: true) } catch {
      note = "/\(text): \(error.reason)"
    }
  }

  private mutating func goToHelpMatch(_ pattern: TextPattern?, isForward: Bool) {
    guard let pattern else {
      note = "Nothing is searched for: / searches this help."
      return
    }
    guard let (place, count) = help?.goToMatch(pattern, isForward: isForward) else {
      note = "/\(pattern.text): not found in this help; Tab shows the next pane's."
      return
    }
    note = "/\(pattern.text)  \(place) of \(CountText.counted(count, "line"))"
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
