internal import LivenStore
internal import TerminalUI

extension LivePane {
  /// Draws the rows that show, with a rule above those that came while it was paused.
  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    var y = area.y
    let rules = rules
    for line in viewport.visible where y < area.maxY {
      for rule in rules where rule.line == line {
        drawRule(rule.text, Rect(x: area.x, y: y, width: area.width, height: 1), &grid, model)
        y += 1
      }
      guard y < area.maxY else { return }
      drawRow(line, Rect(x: area.x, y: y, width: area.width, height: 1), &grid, model)
      y += 1
    }
    guard isFollowing, y < area.maxY else { return }
    if lineCount > 0, y + 1 < area.maxY { y += 1 }
    grid.write(
      " waiting for the next event …", x: area.x, y: y, width: area.width,
      style: model.settings.theme.dim)
  }

  /// A row on the screen as one of the list: a rule takes a row of its own.
  func rowWithoutRule(_ row: Int) -> Int {
    var (line, y) = (viewport.top, 0)
    while y < row || rules.contains(where: { $0.line == line && y == row }) {
      let ruleCount = rules.count { $0.line == line }
      if row < y + ruleCount { return -1 }
      y += ruleCount + 1
      line += 1
    }
    return line - viewport.top
  }

  private func drawRule(
    _ text: String, _ area: Rect, _ grid: inout CellGrid, _ model: BrowserModel
  ) {
    let rule = model.settings.glyphs.rule
    grid.fill(Rect(x: area.x, y: area.y, width: area.width - 1, height: 1), with: rule)
    grid.write(DisplayText(" \(text) "), x: area.x + 4, y: area.y, width: area.width - 4)
  }

  private func drawRow(_ line: Int, _ area: Rect, _ grid: inout CellGrid, _ model: BrowserModel) {
    let isChosen = line == viewport.cursor
    let mark: DisplayText = isChosen && model.focus == .live ? model.settings.glyphs.cursor : " "
    let text = mark + text(row(atLine: line), model, columns: area.width - 1)
    grid.write(text.padded(to: area.width), x: area.x, y: area.y, width: area.width)
    grid.restyle(
      looks(row(atLine: line), model, columns: area.width - 1),
      in: Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: 1))
    if isChosen, model.focus == .live { grid.restyle(area) { $0 = model.settings.theme.cursor } }
  }

  /// Which columns of a row have a look of their own: those of the type, and of the id in a wide pane.
  private func looks(
    _ row: Int, _ model: BrowserModel, columns: Int
  ) -> [(columns: Range<Int>, style: Style)] {
    let theme = model.settings.theme
    guard columns >= 60 else {
      let streamColumns = max(8, min(20, (columns - 10) * 3 / 8))
      return [(9..<max(15, columns - 2 - streamColumns), theme.type)]
    }
    return [(14..<(14 + (columns - 32) * 3 / 5), theme.type), ((columns - 7)..<columns, theme.id)]
  }

  /// Short time, type and stream in a narrow pane; also number and id in a wide one.
  private func text(_ row: Int, _ model: BrowserModel, columns: Int) -> DisplayText {
    let id = model.catalog.id(at: row)
    let type = DisplayText(model.catalog.type(at: row)?.name ?? "…")
    let (stream, number) = model.home(of: row)
    let time = id.timeMilliseconds
    guard columns >= 60 else {
      let clock = time.map {
        TimestampText.seconds($0, offsetMinutes: model.settings.offset(at: $0))
      }
      let streamColumns = max(8, min(20, (columns - 10) * 3 / 8))
      let typeColumns = max(6, columns - 11 - streamColumns)
      return DisplayText(clock ?? "").padded(to: 8) + " " + fit(type, typeColumns) + " "
        + fit(DisplayText(stream), streamColumns)
    }
    let clock = time.map { TimestampText.clock($0, offsetMinutes: model.settings.offset(at: $0)) }
    let rest = columns - 12 - 2 - 10 - 8
    return DisplayText(clock ?? "").padded(to: 12) + "  " + fit(type, rest * 3 / 5) + " "
      + fit(DisplayText(stream), rest - rest * 3 / 5 - 2) + " "
      + DisplayText(number.isEmpty ? "" : "no. " + number).padded(to: 9) + ShortID.text(id)
  }

  private func fit(_ text: DisplayText, _ columns: Int) -> DisplayText {
    text.truncated(to: columns).padded(to: columns)
  }
}
