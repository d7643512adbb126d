internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  func drawPayload(_ view: ReplayView, in area: Rect, on grid: inout CellGrid) {
    guard let entry = view.entry else { return }
    let title = entry.isDraft ? " a draft, stored nowhere" : " \(entry.id)"
    grid.write(DisplayText(title), x: area.x, y: area.y, width: area.width)
    guard let payload = view.payload, view.step?.place == view.place else { return }
    let rows = area.height - 1
    for y in 0..<max(0, min(rows, payload.lineCount - view.payloadTop)) {
      let index = view.payloadTop + y
      let line = payload.line(at: index)
      let fold: DisplayText =
        switch line.isFolded {
        case true?: settings.glyphs.closed + " "
        case false?: settings.glyphs.open + " "
        case nil: payload.kind == .json ? "  " : ""
        }
      let isChosen = index == payload.cursor && view.focus == .payload
      let mark: DisplayText = isChosen ? settings.glyphs.cursor : " "
      let left = mark + .spaces(line.depth * 2) + fold
      let key = line.keyText(room: area.width - left.width)
      grid.write(
        (left + key + line.value).padded(to: area.width), x: area.x, y: area.y + 1 + y,
        width: area.width,
        style: isChosen ? settings.theme.cursor : .plain)
    }
  }

  func drawHistory(_ view: ReplayView, in area: Rect, on grid: inout CellGrid) {
    let hits = view.pin?.hits ?? []
    for (y, index) in view.history.visible.enumerated() where y < area.height {
      let isChosen = index == view.history.cursor && view.focus == .history
      let isHere = hits[index].place == view.place
      let mark: DisplayText = isHere || isChosen ? settings.glyphs.cursor : " "
      grid.write(
        (mark + text(hits[index], view, columns: area.width - 1)).padded(to: area.width),
        x: area.x, y: area.y + y, width: area.width,
        style: isChosen ? settings.theme.cursor : isHere ? settings.theme.quietCursor : .plain)
    }
    guard hits.isEmpty else { return }
    let isDone = view.pin?.isDone(view.entries.count) ?? true
    grid.write(
      isDone ? " no event changes it" : " looking through the events…", x: area.x, y: area.y,
      width: area.width)
  }

  private func text(_ hit: ReplayHit, _ view: ReplayView, columns: Int) -> DisplayText {
    guard view.entries.indices.contains(hit.place - 1) else { return "" }
    let entry = view.entries[hit.place - 1]
    let number = entry.isDraft ? "?" : CountText.grouped(entry.version)
    let value: (JSONValue?) -> DisplayText = { value in
      value.map { DisplayText(PayloadText.scalar($0)) } ?? "(none)"
    }
    let change = ChangeText(from: value(hit.old), to: value(hit.new))
    let ahead: DisplayText = hit.place > view.place ? "   ahead" : ""
    let left =
      DisplayText(number).paddedLeft(to: 6) + " "
      + replayTime(of: entry, view) + "  "
      + DisplayText(type(of: entry)?.name ?? "…").truncated(to: 20).padded(to: 21)
    return left + change.text(columns: columns - left.width - ahead.width) + ahead
  }
}
