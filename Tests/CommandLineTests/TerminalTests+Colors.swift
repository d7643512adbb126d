import Foundation
import LivenStoreTestSupport
import Testing

extension TerminalTests {
  @Test(
    "colours are those of the theme, the terminal and the environment",
    arguments: [
      ("TERM=tmux-256color", "auto", "38;5;30m"),
      ("TERM=tmux-256color COLORFGBG='0;15'", "auto", "38;5;24m"),
      ("TERM=tmux-256color COLORFGBG='15;0'", "auto", "38;5;116m"),
      ("TERM=tmux-256color", "dark", "38;5;116m"), ("TERM=tmux-256color", "light", "38;5;24m"),
      ("TERM=xterm", "dark", "[36m"), ("TERM=xterm", "light", "[34m"),
      ("TERM=xterm", "auto", "[35m"),
    ])
  func colors(environment: String, theme: String, sequence: String) throws {
    let styled = try styledScreen(environment: environment, theme: theme)
    #expect(styled.contains(sequence), "\(styled.debugDescription)")
    #expect(Self.backgrounds(in: styled).isEmpty)
  }

  @Test(
    "no colour where none is wanted or known",
    arguments: ["TERM=tmux-256color NO_COLOR=1", "TERM=vt100", "TERM=tmux-256color"])
  func colorless(environment: String) throws {
    let theme = environment == "TERM=tmux-256color" ? "mono" : "dark"
    let styled = try styledScreen(environment: environment, theme: theme)
    #expect(
      Self.parameters(in: styled).allSatisfy { !(30...38).contains($0) && !(40...48).contains($0) })
    // The chosen row is in reverse video, and what is bold is so without colours too.
    #expect(Set(Self.parameters(in: styled)).isSuperset(of: [1, 7]))
  }

  private func styledScreen(environment: String, theme: String) throws -> String {
    let folder = try makeStore(events: 5)
    let terminal = try Tmux(width: 140, height: 30)
    start(terminal, folder, environment: "LC_ALL=C.UTF-8 " + environment)
    #expect(terminal.waitFor("row 5 of 5"), "\(terminal.screen)")
    // The sentence of the first stands until the next key.
    terminal.type(":theme \(theme)\n")
    #expect(terminal.waitFor("Theme \(theme)."), "\(terminal.screen)")
    terminal.press("C-l")
    let isPlain = environment.contains("NO_COLOR") || environment.contains("vt100")
    #expect(terminal.waitFor("local time  theme \(isPlain ? "mono" : theme)"), "\(terminal.screen)")
    defer { terminal.press("Q") }
    return terminal.styledScreen
  }

  /// The numbers in the sequences that give looks; those of a palette of 256 are left out.
  private static func parameters(in text: String) -> [Int] {
    text.matches(of: /\u{1B}\[([0-9;]*)m/).flatMap { match -> [Int] in
      let numbers = match.output.1.split(separator: ";").compactMap { Int($0) }
      return numbers.starts(with: [38, 5]) || numbers.starts(with: [48, 5])
        ? Array(numbers.prefix(1)) : numbers
    }
  }

  /// Backgrounds of any kind; the terminal's own is not one.
  private static func backgrounds(in text: String) -> [Int] {
    parameters(in: text).filter { (40...48).contains($0) }
  }
}
