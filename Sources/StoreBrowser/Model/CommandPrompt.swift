internal import TerminalUI

/// The command line while something is typed in it.
struct CommandPrompt: Sendable {
  /// What is typed.
  enum Kind: String, Sendable {
    case command = ":"
    case search = "/"
    case filter = "&"
  }

  let kind: Kind
  var editor = LineEditor()
  /// Lines that were run before, the latest last.
  private let history: [String]
  private var historyPlace: Int
  private var completions: [String] = []
  private var completionPlace = 0

  init(_ kind: Kind, history: [String], text: String = "") {
    self.kind = kind
    editor = LineEditor(text)
    self.history = history
    historyPlace = history.count
  }

  mutating func showEarlier() { showHistory(historyPlace - 1) }

  mutating func showLater() { showHistory(historyPlace + 1) }

  private mutating func showHistory(_ place: Int) {
    guard (0...history.count).contains(place) else { return }
    historyPlace = place
    editor.replace(with: place < history.count ? history[place] : "")
  }

  /// Puts in the next line that begins with what was typed.
  mutating func complete(_ candidates: (String) -> [String]) {
    if completions.isEmpty || completions[completionPlace] != editor.text {
      completions = candidates(editor.text)
      completionPlace = 0
    } else {
      completionPlace = (completionPlace + 1) % completions.count
    }
    if completions.indices.contains(completionPlace) {
      editor.replace(with: completions[completionPlace])
    }
  }
}
