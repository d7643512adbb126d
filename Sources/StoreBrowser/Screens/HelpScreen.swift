internal import LivenStore
internal import TerminalUI

/// The keys of a pane, made from the key table; a line can be searched for, chosen and run.
struct HelpScreen: Sendable {
  let pane: Pane
  var viewport = ListViewport()
  /// What is searched for, marked where it shows.
  private(set) var pattern: TextPattern?
  private let lines: [Line]

  private struct Line {
    let keys: DisplayText
    let text: DisplayText
    var command: BrowserCommand?

    /// What a search looks at, as it is read.
    var bytes: [UInt8] { Array("\(keys) \(text) \(command?.rawValue ?? "")".utf8) }
  }

  init(pane: Pane, keymap: Keymap) {
    self.pane = pane
    lines = HelpScreen.lines(for: pane, keymap)
    viewport.setCount(lines.count)
    // Until the room is known all of it shows, so that the first heading stays above the first key.
    viewport.setHeight(lines.count)
    viewport.go(to: 1)
  }

  var chosenCommand: BrowserCommand? {
    lines.indices.contains(viewport.cursor) ? lines[viewport.cursor].command : nil
  }

  var keyCount: Int { lines.count { $0.command != nil } }

  /// Chooses the next line that holds the pattern, round the end, and returns its place among those that do.
  mutating func goToMatch(_ pattern: TextPattern, isForward: Bool) -> (place: Int, count: Int)? {
    self.pattern = pattern
    let search = TextSearch(pattern)
    let matches = lines.indices.filter { search.holds(lines[$0].bytes) }
    guard let place = matches.place(beside: viewport.cursor, isForward: isForward) else {
      return nil
    }
    viewport.go(to: matches[place])
    return (place + 1, matches.count)
  }

  private static func lines(for pane: Pane, _ keymap: Keymap) -> [Line] {
    var lines: [Line] = []
    for section in Keymap.Section.allCases {
      let rows = keymap.rows(of: section, in: pane)
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(Line(keys: "", text: "")) }
      lines.append(Line(keys: DisplayText(section.rawValue), text: ""))
      lines += rows.map { row in
        Line(
          keys: DisplayText("  " + row.keys.map(\.label).joined(separator: " ")),
          text: DisplayText(row.command.summary), command: row.command)
      }
    }
    return lines + commandLines
  }

  private static let commandLines: [Line] = [
    Line(keys: "", text: ""), Line(keys: "Commands", text: ""),
    Line(keys: "  :goto ID|N|TIME", text: "event by id, row or time"),
    Line(keys: "  :stream NAME", text: "open a stream"),
    Line(keys: "  :filter EXPR", text: "only matching rows; :filter shows all"),
    Line(keys: "  :export FILE", text: "what is shown, as JSON lines"),
    Line(keys: "  :export-marks FILE", text: "the marked events; also export-event"),
    Line(keys: "  :replay [NAME]", text: "replay this stream, or by an aggregate"),
    Line(keys: "  :at TIME", text: "in a replay: the last event until then"),
    Line(keys: "  :find CONDITION", text: "in a replay: the first event that makes it so"),
    Line(
      keys: "  :whatif TYPE JSON", text: "in a replay: a draft here, stored nowhere"),
    Line(keys: "  :pin PATH", text: "in a replay: a field's history, as .lines[0].sku"),
    Line(keys: "  :export-state FILE", text: "also export-step, export-history"),
    Line(keys: "  :asof TIME|N|ID", text: "the store as it was then; :asof is now"),
    Line(keys: "  :set time=utc", text: "also order=newest, glyphs=ascii"),
    Line(keys: "  :theme NAME", text: "auto, light, dark or mono; until you quit"),
    Line(keys: "  ~/.config/livenstore/config", text: "such lines, run at each start"),
    Line(keys: "  :bind KEY COMMAND", text: "give a key a command, such as <C-x> quit"),
    Line(keys: "  :save-screen FILE", text: "the screen as text"),
    Line(keys: "  :help WORD", text: "this help, at a line that holds the word"),
    Line(keys: "  :quit", text: "quit; every key's command has a name too"),
  ]

  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    let shown = viewport.visible
    let detail =
      "\(shown.lowerBound + 1)\(model.settings.glyphs.rangeDash)\(shown.upperBound) of \(lines.count)"
    let inner = PaneFrame(
      title: DisplayText("Help: \(pane.title)"), detail: DisplayText(detail), isFocused: true
    ).draw(
      in: area, on: &grid, glyphs: model.settings.glyphs, style: model.settings.theme.focusedBorder)
    let keyColumns = min((lines.map(\.keys.width).max() ?? 0) + 1, inner.width / 2)
    for (y, index) in shown.enumerated() where y < inner.height {
      let line = lines[index]
      let isChosen = index == viewport.cursor
      let mark: DisplayText = isChosen ? model.settings.glyphs.cursor : " "
      let text =
        mark + line.keys.padded(to: keyColumns) + (line.text.isEmpty ? "" : " ") + line.text
      let style: Style =
        line.command == nil && line.text.isEmpty ? model.settings.theme.heading : .plain
      grid.write(
        text.padded(to: inner.width), x: inner.x, y: inner.y + y, width: inner.width,
        style: isChosen ? model.settings.theme.cursor : style)
    }
  }
}
