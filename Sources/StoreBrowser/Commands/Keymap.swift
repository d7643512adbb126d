package import TerminalUI

/// Which key does what; the help is made from it.
package struct Keymap: Sendable {
  /// Keys that the person has given another command; they come before the table.
  package private(set) var bound: [Key: BrowserCommand] = [:]

  /// A row of the table: keys that belong together and their commands, one a key or one for all.
  package struct Binding: Sendable {
    package let keys: [Key]
    package let commands: [BrowserCommand]
    /// The panes in which it holds; all where empty.
    package let panes: Set<Pane>
    package let section: Section

    init(
      _ notation: String, _ commands: BrowserCommand..., in panes: Set<Pane> = [],
      section: Section
    ) {
      keys = notation.split(separator: " ").compactMap { Key(notation: String($0)) }
      self.commands = commands
      self.panes = panes
      self.section = section
    }

    func command(for key: Key, in pane: Pane) -> BrowserCommand? {
      guard panes.isEmpty || panes.contains(pane), let index = keys.firstIndex(of: key) else {
        return nil
      }
      // Keys stand in the order of the commands and begin again: j k ↓ ↑ for down, up.
      return commands[index % commands.count]
    }
  }

  /// The parts of the help.
  package enum Section: String, Sendable, CaseIterable {
    case yours = "Your keys"
    case pane = "In this pane"
    case moving = "Moving"
    case panes = "Panes"
    case everywhere = "Everywhere"
  }

  package static let bindings: [Binding] = [
    Binding("r", .replay, in: [.streams, .events, .payload, .live], section: .pane),
    Binding("<Left> <Right> h l", .stepBack, .stepOn, in: [.replay], section: .pane),
    Binding("H L <S-Left> <S-Right>", .stepBackTen, .stepOnTen, in: [.replay], section: .pane),
    Binding("<Space>", .play, in: [.replay], section: .pane),
    Binding("- +", .slower, .faster, in: [.replay], section: .pane),
    Binding("p", .pin, in: [.replay], section: .pane),
    Binding("d", .diff, in: [.replay], section: .pane),
    Binding("i", .ignore, in: [.replay], section: .pane),
    Binding("h l <Left> <Right>", .fold, .unfold, in: [.payload, .streams], section: .pane),
    Binding("c e", .foldSiblings, .unfoldSiblings, in: [.payload, .replay], section: .pane),
    Binding("C E", .foldAll, .unfoldAll, in: [.payload, .replay], section: .pane),
    Binding("J K", .nextSibling, .previousSibling, in: [.payload, .replay], section: .pane),
    Binding("a", .showAs, in: [.payload], section: .pane),
    Binding("w", .wrap, in: [.payload], section: .pane),
    Binding("<Space>", .pause, in: [.live], section: .pane),
    Binding("c", .clear, in: [.live], section: .pane),
    Binding("o", .order, in: [.events], section: .pane),
    Binding("s", .streamsOfEvent, in: [.events, .payload, .live], section: .pane),
    Binding("* #", .nextOfType, .previousOfType, in: [.events], section: .pane),
    Binding("m", .mark, in: [.events], section: .pane),
    Binding("u U", .nextMark, .previousMark, in: [.events], section: .pane),
    Binding("j k <Down> <Up> <C-n> <C-p>", .down, .up, section: .moving),
    Binding("<Space> b <PageDown> <PageUp> <C-f> <C-b>", .pageDown, .pageUp, section: .moving),
    Binding("<C-d> <C-u>", .halfPageDown, .halfPageUp, section: .moving),
    Binding("g G <Home> <End>", .first, .last, section: .moving),
    Binding("H L <S-Left> <S-Right>", .scrollLeft, .scrollRight, section: .moving),
    Binding("<Left> <Right>", .scrollLeft, .scrollRight, in: [.events, .live], section: .moving),
    Binding("[ ]", .placeBack, .placeForward, in: Set(Pane.allCases), section: .moving),
    Binding("{ }", .previousEvent, .nextEvent, section: .moving),
    Binding("<Tab> <S-Tab>", .nextPane, .previousPane, section: .panes),
    Binding(
      "1 2 3 4", .streams, .events, .payload, .live, in: Set(Pane.allCases), section: .panes),
    Binding("z", .zoom, section: .panes),
    Binding("<Esc>", .back, section: .panes),
    Binding("q", .close, section: .panes),
    Binding("<Enter>", .open, section: .everywhere),
    Binding("/", .search, section: .everywhere),
    Binding("n N", .nextMatch, .previousMatch, section: .everywhere),
    Binding("&", .filter, in: Set(Pane.allCases), section: .everywhere),
    Binding("y", .copy, section: .everywhere),
    Binding("x X", .exportEvent, .exportShown, section: .everywhere),
    Binding("v", .edit, in: Set(Pane.allCases), section: .everywhere),
    Binding("F", .follow, section: .everywhere),
    Binding("t", .time, section: .everywhere),
    Binding("V", .verify, in: Set(Pane.allCases), section: .everywhere),
    Binding(":", .commandLine, section: .everywhere),
    Binding("? <F1>", .help, section: .everywhere),
    Binding("<F2>", .mouse, section: .everywhere),
    Binding("R <F5> <C-r>", .refresh, in: Set(Pane.allCases), section: .everywhere),
    Binding("<C-l>", .redraw, section: .everywhere),
    Binding("<C-z>", .suspend, section: .everywhere),
    Binding("<C-c>", .stop, section: .everywhere),
    Binding("Q", .quit, section: .everywhere),
  ]

  package init() {}

  /// Gives a key a command, in every pane.
  package mutating func bind(_ key: Key, to command: BrowserCommand) { bound[key] = command }

  /// The command of a key in a pane.
  package func command(for key: Key, in pane: Pane) -> BrowserCommand? {
    if let command = bound[key] { return command }
    for binding in Keymap.bindings {
      if let command = binding.command(for: key, in: pane) { return command }
    }
    return nil
  }

  /// The rows of a part of the help for a pane, without keys that have another command now.
  package func rows(of section: Section, in pane: Pane) -> [(keys: [Key], command: BrowserCommand)]
  {
    guard section != .yours else {
      return bound.map { (keys: [$0.key], command: $0.value) }.sorted {
        $0.keys[0].notation < $1.keys[0].notation
      }
    }
    return Keymap.bindings.compactMap { binding in
      // Not those that another row takes in this pane.
      let keys = binding.keys.filter { key in
        binding.command(for: key, in: pane) == command(for: key, in: pane)
      }
      guard binding.section == section, binding.panes.isEmpty || binding.panes.contains(pane),
        let key = keys.first, let command = binding.command(for: key, in: pane)
      else { return nil }
      return (keys, command)
    }
  }
}
