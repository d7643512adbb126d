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
      let names = replaySources.names
      let streams = catalog.streams.map(\.name)
      commandLine?.complete { CommandLine.completions(of: $0, streams: streams, aggregates: names) }
    case .tab where commandLine?.kind == .filter && focus != .streams:
      let subjects = filterSubjects
      commandLine?.complete { FilterCompletion.lines(beginning: $0, subjects, catalog) }
    case .backspace where commandLine?.editor.isEmpty == true: commandLine = nil
    default: _ = commandLine?.editor.take(key)
    }
    return []
  }

  /// Opens a prompt; what was typed in one of its kind before is in its history.
  mutating func prompt(_ kind: CommandPrompt.Kind, text: String = "") {
    if kind == .filter, !currentFilter.isEmpty, histories[kind]?.last != currentFilter {
      histories[kind, default: []].append(currentFilter)
    }
    commandLine = CommandPrompt(kind, history: histories[kind] ?? [], text: text)
  }

  /// Runs the lines that were given for the start, each as behind its prompt.
  ///
  /// `:` may be left out. One that looks through events is waited for.
  mutating func runAwaitedLines() -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    while catalog.isLoaded, !awaitedLines.isEmpty, !isScanning {
      // Who says where to be is not taken back to where they were.
      restoring = nil
      effects += runAwaited(awaitedLines.removeFirst())
    }
    return effects
  }

  private mutating func runAwaited(_ line: String) -> [BrowserEffect] {
    let rest = String(line.dropFirst())
    return switch CommandPrompt.Kind(rawValue: String(line.prefix(1))) {
    case .command: run(line: rest)
    case .search: search(rest)
    case .filter: filter(rest)
    case nil: run(line: line)
    }
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
    case .search where help != nil: searchHelp(line)
    case .search: return search(line)
    case .filter: return filter(line)
    }
    return []
  }
}
