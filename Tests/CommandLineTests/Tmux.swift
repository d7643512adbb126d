import Foundation
import LivenStoreTestSupport
import Testing

/// A real terminal: a private tmux with a shell in it.
final class Tmux {
  private let socket = "livenstore-\(UUID().uuidString)"

  init(width: Int = 80, height: Int = 24) throws {
    let arguments = ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "sh"]
    try #require(tmux(arguments).status == 0, "tmux is missing: make test installs it")
    type("PS1='ready$ '\n")
    #expect(waitFor("ready$"))
  }

  // Not kill-server: the server blocks the signal by which it would end, as the test that starts it does.
  deinit { _ = tmux(["kill-session"]) }

  /// Types text as it is; `\n` is the Enter key.
  func type(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { press("Enter") }
      if !line.isEmpty { _ = tmux(["send-keys", "-l", String(line)]) }
    }
  }

  /// Presses keys by tmux's names: `Enter`, `C-z`, `j`.
  func press(_ keys: String...) { _ = tmux(["send-keys"] + keys) }

  func resize(width: Int, height: Int) {
    _ = tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  var screen: String { tmux(["capture-pane", "-p"]).output }

  /// How far the last row that holds anything reaches.
  var lastRowColumns: Int {
    screen.split(separator: "\n").last { !$0.allSatisfy { $0 == " " } }?.count ?? 0
  }

  /// The screen with the sequences that give it its looks.
  var styledScreen: String { tmux(["capture-pane", "-p", "-e"]).output }

  /// Whether the program's own screen shows, and whether the cursor does.
  var isAlternate: Bool { value("alternate_on") == "1" }
  var usesMouse: Bool { value("mouse_any_flag") == "1" }
  var showsCursor: Bool { value("cursor_flag") == "1" }

  private func value(_ name: String) -> String {
    tmux(["display", "-p", "#{\(name)}"]).output.trimmingCharacters(in: .newlines)
  }

  func waitFor(_ text: String) -> Bool { Deadline.waitFor { self.screen.contains(text) } }

  private func tmux(_ arguments: [String]) -> Livenstore.Outcome {
    // The server outlives the call: what it would inherit beside the standard streams is closed, else
    // Foundation waits for its end.
    let script =
      "for fd in /proc/self/fd/*; do fd=${fd##*/}; [ $fd -gt 2 ] && eval \"exec $fd>&-\"; done; exec tmux \"$@\""
    let all = ["bash", "-c", script, "tmux", "-L", socket, "-f", "/dev/null"] + arguments
    let outcome = try? Livenstore.run(URL(fileURLWithPath: "/usr/bin/env"), all)
    return outcome ?? Livenstore.Outcome(status: 1, output: "", errors: "")
  }
}
