internal import LivenStore
internal import TerminalUI

/// How many events of each type came in the last minute, as bars.
struct TypeCountsPane {
  let model: BrowserModel

  func draw(in area: Rect, on grid: inout CellGrid) {
    let (settings, now) = (model.settings, model.nowMilliseconds)
    let start = now - 60_000
    let clock = TimestampText.seconds(start, offsetMinutes: settings.offset(at: start))
    let inner = PaneFrame(title: "By type, last minute", detail: DisplayText("since " + clock))
      .draw(
        in: area, on: &grid, glyphs: settings.glyphs, style: settings.theme.border)
    let counts = model.livePane.typeCounts(atMilliseconds: now)
    guard !counts.isEmpty else {
      grid.write(
        " nothing came in the last minute", x: inner.x, y: inner.y, width: inner.width,
        style: settings.theme.dim)
      return
    }
    drawRows(counts, in: inner, on: &grid)
  }

  private func drawRows(
    _ counts: [(type: EventType?, count: Int)], in area: Rect, on grid: inout CellGrid
  ) {
    let shown = counts.count > area.height ? area.height - 1 : counts.count
    let numberColumns = counts.map { CountText.grouped($0.count).count }.max() ?? 1
    let nameColumns = max(8, area.width / 2 - numberColumns)
    let barX = area.x + nameColumns + numberColumns + 4
    // A single event is a short bar, not a full one.
    let scale = max(counts[0].count, (area.maxX - barX) / 3, 1)
    for (y, entry) in counts.prefix(shown).enumerated() {
      let name = DisplayText(entry.type?.name ?? "…").truncated(to: nameColumns)
      let number = CountText.grouped(entry.count)
      let padding = String(repeating: " ", count: numberColumns - number.count)
      let text = " " + name.padded(to: nameColumns) + DisplayText(" " + padding + number)
      grid.write(text, x: area.x, y: area.y + y, width: area.width)
      let columns = max(1, entry.count * (area.maxX - barX - 1) / scale)
      grid.fill(
        Rect(x: barX, y: area.y + y, width: columns, height: 1), with: model.settings.glyphs.bar)
    }
    guard shown < counts.count else { return }
    grid.write(
      " " + model.settings.glyphs.more
        + DisplayText(" \(CountText.counted(counts.count - shown, "more type"))"),
      x: area.x, y: area.y + shown, width: area.width, style: model.settings.theme.dim)
  }
}
