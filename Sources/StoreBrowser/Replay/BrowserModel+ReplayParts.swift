internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  func drawEvents(_ view: ReplayView, in area: Rect, on grid: inout CellGrid) {
    let digits = max(2, "\(view.entries.count)".count)
    for (y, index) in view.events.visible.enumerated() where y < area.height {
      let isHere = index == view.place - 1
      let mark: DisplayText = isHere ? settings.glyphs.cursor : " "
      let text = mark + eventText(view, index, digits: digits, columns: area.width - 1)
      grid.write(text.padded(to: area.width), x: area.x, y: area.y + y, width: area.width)
      guard isHere else { continue }
      let style = view.focus == .events ? settings.theme.cursor : settings.theme.quietCursor
      grid.restyle(Rect(x: area.x, y: area.y + y, width: area.width, height: 1)) { $0 = style }
    }
  }

  /// `! 7 12:30:59.700 OrderShipped   +3m12s`.
  private func eventText(
    _ view: ReplayView, _ index: Int, digits: Int, columns: Int
  ) -> DisplayText {
    let entry = view.entries[index]
    let mark: DisplayText = view.failures[index + 1] != nil ? "!" : " "
    let number: DisplayText =
      entry.isDraft ? "?" : DisplayText(CountText.grouped(entry.version))
    let time =
      size.width >= 120 && !view.isZoomed
      ? replayTime(of: entry, view) + " " : ""
    let left = mark + number.paddedLeft(to: digits) + " " + time
    let right = eventEnd(view, index)
    let room = max(0, columns - left.width - right.width - 1)
    let type = DisplayText(type(of: entry)?.name ?? "…")
    return left
      + type.truncated(to: room, ellipsis: settings.glyphs.ellipsis).padded(to: room + 1) + right
  }

  /// When an entry was, in a column of 12.
  func replayTime(of entry: ReplayEntry, _ view: ReplayView) -> DisplayText {
    DisplayText(timeText(of: entry.id, previous: nil, replayDates(view))).paddedLeft(to: 12)
  }

  private func eventEnd(_ view: ReplayView, _ index: Int) -> DisplayText {
    let entry = view.entries[index]
    let space: DisplayText = size.width >= 120 ? "" : " "
    if entry.isDraft { return "draft" + space }
    if entry.isIgnored { return "ignored" + space }
    return view.elapsed(at: index).map { DisplayText($0) + space } ?? settings.glyphs.none + space
  }

  func drawState(_ view: ReplayView, in area: Rect, on grid: inout CellGrid) {
    var area = area
    for line in noticeLines(view) {
      grid.write(
        line, x: area.x, y: area.y, width: area.width, style: settings.theme.problem)
      area = area.split(top: 1).1
    }
    if view.step == nil {
      grid.write(" replaying the events…", x: area.x, y: area.y, width: area.width)
    }
    if view.state.isDiffOnly, view.state.lines.isEmpty, view.step != nil {
      grid.write(" (states are equal)", x: area.x, y: area.y, width: area.width)
    }
    for (y, index) in view.state.viewport.visible.enumerated() where y < area.height {
      let line = view.state.lines[index]
      let isChosen = index == view.state.viewport.cursor && view.focus == .state
      grid.write(
        text(line, view, isChosen: isChosen, columns: area.width).padded(to: area.width),
        x: area.x, y: area.y + y, width: area.width, style: style(line.mark))
      guard isChosen else { continue }
      grid.restyle(Rect(x: area.x, y: area.y + y, width: area.width, height: 1)) {
        $0 = settings.theme.cursor
      }
    }
  }

  /// Why the event here is not applied, above the state.
  func noticeLines(_ view: ReplayView) -> [DisplayText] {
    let columns = (replayLayout.areas[.state]?.width ?? 2) - 5
    guard let notice = view.notice, columns > 0 else { return [] }
    let lines = DisplayText(notice).wrapped(to: columns).prefix(4)
    return lines.enumerated().map { ($0.offset == 0 ? " ! " : "   ") + $0.element }
  }

  private func style(_ mark: StateLine.Mark) -> Style {
    switch mark {
    case .same: .plain
    case .added: settings.theme.live
    case .removed: settings.theme.problem
    case .changed: settings.theme.heading
    }
  }

  private func text(
    _ line: StateLine, _ view: ReplayView, isChosen: Bool, columns: Int
  ) -> DisplayText {
    let glyphs = settings.glyphs
    let mark: DisplayText =
      switch line.mark {
      case .same: " "
      case .added: "+"
      case .removed: "-"
      case .changed: "~"
      }
    let fold: DisplayText =
      switch line.isFolded {
      case true?: glyphs.closed + " "
      case false?: glyphs.open + " "
      case nil: view.state.isDiffOnly ? "" : "  "
      }
    let pin: DisplayText =
      line.path == view.pin?.text
      ? "  " + glyphs.pin + (size.width >= 120 ? " pinned" : "") : ""
    let left = mark + (isChosen ? glyphs.cursor : " ") + .spaces(line.depth * 2) + fold
    let room = columns - left.width - pin.width
    let key = line.keyColumn.text(line.key, valueColumns: line.value.width, room: room)
    return left + key + line.value.text(columns: room - key.width) + pin
  }

  /// The hardware cursor stands on the chosen row, where screen readers look.
  func replayCursor(_ view: ReplayView) -> Point? {
    guard let area = replayLayout.areas[view.focus]?.inset(by: 1) else { return nil }
    let row =
      switch view.focus {
      case .events: view.place - 1 - view.events.top
      case .state: view.state.viewport.cursor - view.state.viewport.top + noticeLines(view).count
      case .payload: 1 + (view.payload?.cursor ?? 0) - view.payloadTop
      case .history: view.history.cursor - view.history.top
      }
    return (0..<area.height).contains(row) ? Point(x: area.x, y: area.y + row) : nil
  }
}
