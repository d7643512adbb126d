internal import LivenStore
internal import TerminalUI

extension EventsPane {
  /// From this width on the list has a heading and whole ids.
  static let wideColumns = 80

  /// Draws the rows that show.
  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    if viewport.count == 0 { return drawEmpty(in: area, on: &grid, model) }
    let isWide = area.width >= EventsPane.wideColumns && scope != .problems
    var rowsArea = area
    if isWide {
      let heading: Rect
      (heading, rowsArea) = area.split(top: 1)
      grid.write(
        EventColumns(model, scope, columns: area.width, dates: .ofOneDay).heading.dropping(
          columns: columnOffset),
        x: heading.x, y: heading.y, width: heading.width, style: model.settings.theme.heading)
    }
    let columns = EventColumns(model, scope, columns: area.width, dates: dates(model))
    for (y, line) in viewport.visible.enumerated() where y < rowsArea.height {
      let isChosen = line == viewport.cursor
      let mark: DisplayText =
        isChosen ? model.settings.glyphs.cursor : isMarked(line, model) ? "*" : " "
      let text = mark + self.text(line, model, columns).dropping(columns: columnOffset)
      let rowArea = Rect(x: area.x, y: rowsArea.y + y, width: area.width, height: 1)
      grid.write(text.padded(to: area.width), x: rowArea.x, y: rowArea.y, width: area.width)
      if let row = row(atLine: line, model.settings.isNewestFirst), scope != .problems {
        let textArea = Rect(x: area.x + 1, y: rowArea.y, width: area.width - 1, height: 1)
        grid.restyle(columns.looks(row: row), in: textArea, scrolledBy: columnOffset)
      }
      if isChosen {
        let theme = model.settings.theme
        let style = model.focus == .events ? theme.cursor : theme.quietCursor
        grid.restyle(rowArea) { $0 = style }
      }
    }
  }

  private func isMarked(_ line: Int, _ model: BrowserModel) -> Bool {
    guard !model.marks.isEmpty, let row = row(atLine: line, model.settings.isNewestFirst) else {
      return false
    }
    return model.marks.contains(model.catalog.id(at: row))
  }

  /// Whether the rows that show are of one day, one year, or more.
  private func dates(_ model: BrowserModel) -> EventColumns.Dates {
    extent(model).map { EventColumns.Dates(from: $0.first, to: $0.last) } ?? .ofOneDay
  }

  /// The times of the first and the last row that shows.
  private func extent(_ model: BrowserModel) -> (first: Timestamp, last: Timestamp)? {
    let times = [viewport.visible.first, viewport.visible.last].compactMap { line in
      line.flatMap { row(atLine: $0, model.settings.isNewestFirst) }
        .flatMap { model.catalog.id(at: $0).timeMilliseconds }.map { model.settings.moment($0) }
    }
    return times.first.flatMap { first in times.last.map { (first, $0) } }
  }

  /// What the rows that show have in common of their date, where they do not tell it and it is not today's.
  func dateText(_ model: BrowserModel) -> String? {
    guard scope != .problems, [.local, .utc].contains(model.settings.timeFormat),
      let (first, last) = extent(model)
    else { return nil }
    let today = model.settings.moment(model.nowMilliseconds)
    switch EventColumns.Dates(from: first, to: last) {
    case .ofOneDay where EventColumns.Dates(from: first, to: today) != .ofOneDay:
      return TimestampText.date(first)
    case .ofOneYear where first.year != today.year: return "\(first.year)"
    default: return nil
    }
  }

  private func text(_ line: Int, _ model: BrowserModel, _ columns: EventColumns) -> DisplayText {
    if scope == .problems {
      let problem = problems[line]
      return DisplayText("! \(problem.subject)  \(problem.message)")
    }
    guard let row = row(atLine: line, model.settings.isNewestFirst) else { return "" }
    let previous = self.row(atLine: line - 1, model.settings.isNewestFirst)
    return columns.text(row: row, previous: previous)
  }

  private var emptyFilter: DisplayText {
    guard let filter, filter.scan.isDone else { return "Looking through the events…" }
    guard filter.scan.isComplete else {
      return DisplayText(
        "No event matches & \(filter.text) in the \(filter.scan.percent) % that were looked at "
          + "before it was stopped. Esc shows all.")
    }
    let hidden = CountText.grouped(allRows.count)
    return DisplayText("No event matches & \(filter.text). \(hidden) hidden. Esc shows them.")
  }

  private func drawEmpty(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    let sentence: DisplayText =
      switch scope {
      case _ where filter != nil: emptyFilter
      case _ where !model.catalog.isLoaded && model.catalog.count == 0: "Listing the events…"
      case .all:
        DisplayText("No events yet. The first one appended to \(model.title) appears here.")
      case .problems: "No problems."
      default: DisplayText("\(scope.label) has no events.")
      }
    for (y, line) in sentence.wrapped(to: area.width - 2).enumerated() where y < area.height {
      grid.write(" " + line, x: area.x, y: area.y + y, width: area.width)
    }
  }
}
