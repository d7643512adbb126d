internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  var replayLayout: ReplayLayout {
    ReplayLayout(
      size: size, focus: replay?.focus ?? .state, isZoomed: replay?.isZoomed ?? false,
      hasHistory: replay?.pin != nil)
  }

  /// Tells each part of a replay how many rows it has.
  mutating func layOutReplay() {
    guard var view = replay else { return }
    if !replayLayout.parts.contains(view.focus) { view.focus = .state }
    let layout = replayLayout
    view.events.setHeight(layout.rows(.events))
    view.state.viewport.setHeight(layout.rows(.state) - noticeLines(view).count)
    view.history.setHeight(layout.rows(.history))
    view.settleHistory()
    view.payload?.fit(columns: layout.columns(.payload) - 1)
    let (cursor, rows) = (view.payload?.cursor ?? 0, layout.payloadRows)
    view.payloadTop = min(max(view.payloadTop, cursor - rows + 1), cursor)
    replay = view
  }

  func drawReplay(_ view: ReplayView, on grid: inout CellGrid) {
    drawTrack(view, on: &grid)
    for (part, area) in replayLayout.areas {
      let isFocused = part == view.focus
      let theme = settings.theme
      let inner = frame(of: part, view).draw(
        in: area, on: &grid, glyphs: settings.glyphs,
        style: isFocused ? theme.focusedBorder : theme.border)
      switch part {
      case .events: drawEvents(view, in: inner, on: &grid)
      case .state: drawState(view, in: inner, on: &grid)
      case .payload: drawPayload(view, in: inner, on: &grid)
      case .history: drawHistory(view, in: inner, on: &grid)
      }
      markMatches(of: highlight, in: inner, on: &grid)
    }
  }

  private func frame(of part: ReplayView.Part, _ view: ReplayView) -> PaneFrame {
    let (title, detail): (String, String) =
      switch part {
      case .events: ("Events", size.width < 120 ? momentText(view) : placeText(view))
      case .state: (stateTitle(view), stateDetail(view))
      case .payload: (eventTitle(view), "payload")
      case .history:
        (
          "History of \(view.pin?.text ?? "")",
          CountText.counted(view.pin?.hits.count ?? 0, "change")
        )
      }
    return PaneFrame(
      title: DisplayText(title), detail: DisplayText(detail), isFocused: part == view.focus)
  }

  func placeText(_ view: ReplayView) -> String {
    "\(CountText.grouped(view.place)) of \(CountText.grouped(view.entries.count))"
  }

  /// When the event here was: a narrow list tells only what lies between.
  private func momentText(_ view: ReplayView) -> String {
    guard let entry = view.entry, !entry.isDraft, let time = entry.id.timeMilliseconds else {
      return placeText(view)
    }
    let offset = settings.offset(at: time)
    guard case .ofOneDay = replayDates(view) else {
      return TimestampText.date(time, offsetMinutes: offset) + " "
        + TimestampText.seconds(time, offsetMinutes: offset)
    }
    return TimestampText.clock(time, offsetMinutes: offset)
  }

  /// What the state that shows is behind of; the one before while the next is on its way.
  private func stateTitle(_ view: ReplayView) -> String {
    guard let (place, step) = view.step else { return "State" }
    let isDraft = place > 0 && place <= view.entries.count && view.entries[place - 1].isDraft
    let name = view.source == .merge ? "Merged fields" : "State"
    return "\(name) after " + (isDraft ? "the draft" : CountText.grouped(step.version))
  }

  private func stateDetail(_ view: ReplayView) -> String {
    guard let step = view.step?.step else { return "" }
    if step.error != nil { return "not applied" }
    if view.entry?.isIgnored == true { return "ignored" }
    let count = view.state.changes.count
    return (view.state.isDiffOnly ? "diff only, " : "")
      + (count == 0 ? "no change" : CountText.counted(count, "change"))
  }

  private func eventTitle(_ view: ReplayView) -> String {
    guard let entry = view.entry else { return "Event" }
    let type = type(of: entry)?.name ?? "…"
    return entry.isDraft ? "Draft \(type)" : "Event \(CountText.grouped(entry.version)) \(type)"
  }

  private func drawTrack(_ view: ReplayView, on grid: inout CellGrid) {
    let glyphs = settings.glyphs
    let (first, last) = trackTimes(view)
    let start = DisplayText(" " + first + " ") + glyphs.trackStart
    let end = glyphs.trackEnd + DisplayText(" " + last)
    let track = Scrubber(
      count: view.entries.count, columns: size.width - start.width - end.width - 1)
    let cells = track.cells(
      place: view.place, failed: view.failures.keys, ignored: view.ignored, drafts: view.drafts)
    var x = grid.write(start, x: 0, y: 1, style: .plain)
    for cell in cells {
      let style =
        cell == .failed ? settings.theme.problem : cell == .here ? settings.theme.heading : .plain
      x += grid.write(glyphs.glyph(cell), x: x, y: 1, style: style)
    }
    grid.write(end, x: x, y: 1, style: .plain)
    guard let pin = view.pin else {
      grid.write(
        " j k choose a field, p marks its changes here", x: 0, y: 2, style: settings.theme.dim)
      return
    }
    grid.write(
      " " + DisplayText(pin.text).truncated(to: start.width - 3, ellipsis: glyphs.ellipsis), x: 0,
      y: 2, style: settings.theme.key)
    var marked = -1
    for hit in pin.hits where hit.place <= view.entries.count {
      let column = track.column(of: hit.place)
      // Many events may share a cell.
      if column == marked { continue }
      marked = column
      grid.write(glyphs.changed, x: start.width + column, y: 2, style: settings.theme.heading)
    }
  }

  /// The times at both ends of the track; dates where they are of more than one day.
  private func trackTimes(_ view: ReplayView) -> (String, String) {
    guard let first = view.stored.first?.timeMilliseconds,
      let last = view.stored.last?.timeMilliseconds
    else { return ("first", "last") }
    let (start, end) = (settings.offset(at: first), settings.offset(at: last))
    guard case .ofOneDay = replayDates(view) else {
      return (
        TimestampText.date(first, offsetMinutes: start),
        TimestampText.date(last, offsetMinutes: end)
      )
    }
    return (
      TimestampText.seconds(first, offsetMinutes: start),
      TimestampText.seconds(last, offsetMinutes: end)
    )
  }

  /// Whether the events of a replay are of one day, one year, or more.
  func replayDates(_ view: ReplayView) -> EventColumns.Dates {
    guard let first = view.stored.first?.timeMilliseconds,
      let last = view.stored.last?.timeMilliseconds
    else { return .ofOneDay }
    return EventColumns.Dates(
      from: Timestamp(milliseconds: first, offsetMinutes: settings.offset(at: first)),
      to: Timestamp(milliseconds: last, offsetMinutes: settings.offset(at: last)))
  }
}
