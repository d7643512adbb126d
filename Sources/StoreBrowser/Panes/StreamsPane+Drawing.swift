internal import LivenStore
internal import TerminalUI

extension StreamsPane {
  /// Draws the rows that show.
  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    for (y, row) in viewport.visible.enumerated() {
      let line = line(nodes[row], model, columns: area.width)
      let isChosen = row == viewport.cursor
      // A branch that is chosen still tells whether it is open.
      let glyphs = model.settings.glyphs
      let isOpen = line.mark == glyphs.open
      let mark = isChosen ? isOpen ? glyphs.chosenOpen : glyphs.cursor : line.mark
      let count = line.count
      let room = area.width - 1 - (count.isEmpty ? 0 : count.width + 1)
      let name = line.name.truncated(to: room, ellipsis: model.settings.glyphs.ellipsis)
      grid.write(
        mark + name.padded(to: area.width - 1 - count.width) + count, x: area.x, y: area.y + y,
        width: area.width, style: line.style(model.settings.theme))
      if isChosen {
        let style =
          model.focus == .streams ? model.settings.theme.cursor : model.settings.theme.quietCursor
        grid.restyle(Rect(x: area.x, y: area.y + y, width: area.width, height: 1)) { $0 = style }
      }
    }
  }

  private struct Line {
    /// What stands in the first column where the row is not chosen.
    var mark: DisplayText = " "
    var name: DisplayText
    var count: DisplayText = ""
    var isProblem = false

    func style(_ theme: Theme) -> Style { isProblem ? theme.problem : .plain }
  }

  private func line(_ node: StreamNode, _ model: BrowserModel, columns: Int) -> Line {
    let catalog = model.catalog
    let glyphs = model.settings.glyphs
    switch node {
    case .all:
      return Line(name: " all events", count: count(catalog.eventCount))
    case .types:
      return Line(
        mark: foldMark(node, glyphs), name: " types", count: count(catalog.typeCount))
    case .type(let type):
      let total = catalog.count(of: type)
      return Line(name: " " + glyphs.bullet + " " + DisplayText(type.name), count: count(total))
    case .category(let name):
      let total = catalog.category(named: name)?.eventCount ?? 0
      return Line(
        mark: foldMark(node, glyphs), name: " " + DisplayText(name), count: count(total))
    case .stream(let name, let isInCategory):
      let indent: DisplayText = isInCategory ? " " + glyphs.bullet + " " : " "
      let version = count(catalog.stream(named: name)?.version ?? 0)
      let room = columns - 2 - indent.width - version.width
      return Line(
        name: indent + DisplayText(name.description).truncatedInMiddle(to: max(4, room)),
        count: version)
    case .more(_, let rest):
      return Line(name: " " + glyphs.more + " " + DisplayText(CountText.grouped(rest)) + " more")
    case .problem(let subject, let errors, let warnings):
      let count =
        errors > 0 ? CountText.counted(errors, "error") : CountText.counted(warnings, "warning")
      return Line(
        mark: "!", name: " " + DisplayText(subject), count: DisplayText(count), isProblem: true)
    }
  }

  private func foldMark(_ node: StreamNode, _ glyphs: GlyphSet) -> DisplayText {
    isUnfolded(node) ? glyphs.open : glyphs.closed
  }

  private func count(_ number: Int) -> DisplayText { DisplayText(CountText.grouped(number)) }
}

extension DisplayText {
  /// Leaves out the middle, since names of streams differ at their ends.
  func truncatedInMiddle(to limit: Int) -> DisplayText {
    guard width > limit, limit > 3 else { return self }
    return truncatedInMiddle(to: limit, keeping: (limit - 1) / 2)
  }

  /// The same of a text that is too long, with so many columns of its end.
  func truncatedInMiddle(to limit: Int, keeping tail: Int) -> DisplayText {
    prefix(width: limit - 1 - tail) + "…" + dropping(columns: width - tail)
  }
}
