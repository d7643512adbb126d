internal import LivenStore
package import TerminalUI

extension BrowserModel {
  /// Draws the whole screen; what it costs depends on the rows that show.
  package func draw() -> (grid: CellGrid, cursor: Point?) {
    var (grid, cursor) = drawScreen()
    if settings.glyphs == .ascii { grid.replace(GlyphSet.asciiReplacements) }
    return (grid, cursor)
  }

  private func drawScreen() -> (CellGrid, Point?) {
    var grid = CellGrid(size: size)
    guard !MainLayout.isTooSmall(size) else {
      let text = DisplayText("\(size.width)×\(size.height) is too small, need 40×10.")
      grid.write(text, x: 0, y: size.height / 2)
      return (grid, nil)
    }
    let status = StatusText(model: self)
    write(status.breadcrumb, y: 0, on: &grid, style: settings.theme.heading)
    let stateX = size.width - 1 - status.state.width
    grid.restyle(Rect(x: stateX, y: 0, width: status.state.width, height: 1)) {
      $0 = settings.theme.live
    }
    if let help {
      let area = Rect(x: 0, y: 1, width: size.width, height: size.height - 3)
      help.draw(in: area, on: &grid, self)
      markMatches(of: help.pattern, in: area.inset(by: 1), on: &grid)
    } else {
      if let replay { drawReplay(replay, on: &grid) } else { drawPanes(on: &grid) }
      if let area = choiceArea { choice?.draw(in: area, on: &grid, self) }
    }
    write(status.hints, y: size.height - 1, on: &grid, style: settings.theme.dim)
    guard let commandLine else {
      if let note, drawLong(note, on: &grid) { return (grid, cursor) }
      let (left, right) = status.status
      let fits = left.width + right.width + 2 <= size.width
      write((left, fits ? right : ""), y: size.height - 2, on: &grid)
      return (grid, cursor)
    }
    // Before the pair is made: it would take the grid as it was.
    let promptCursor = drawPrompt(commandLine, on: &grid)
    return (grid, promptCursor)
  }

  /// Draws a sentence that is wider than the screen over the hints too; false if it is not.
  private func drawLong(_ sentence: String, on grid: inout CellGrid) -> Bool {
    let lines = DisplayText(sentence).wrapped(to: size.width - 2)
    guard lines.count > 1 else { return false }
    let rest = lines.count > 2 ? lines[1] + " " + lines[2] : lines[1]
    for (y, line) in [(size.height - 2, lines[0]), (size.height - 1, rest)] {
      let text = (" " + line).truncated(to: size.width - 1, ellipsis: settings.glyphs.ellipsis)
      grid.write(text.padded(to: size.width), x: 0, y: y)
    }
    return true
  }

  private func drawPrompt(_ prompt: CommandPrompt, on grid: inout CellGrid) -> Point {
    let before = DisplayText(prompt.editor.textBeforeCursor).width
    // The end of a long line shows, with the cursor in it.
    let dropped = max(0, before - (size.width - 4))
    let text = DisplayText(prompt.editor.text).dropping(columns: dropped)
    grid.write(" " + DisplayText(prompt.kind.rawValue) + text, x: 0, y: size.height - 2)
    return Point(x: 2 + before - dropped, y: size.height - 2)
  }

  private func write(
    _ parts: (left: DisplayText, right: DisplayText), y: Int, on grid: inout CellGrid,
    style: Style = .plain
  ) {
    let room = size.width - parts.right.width - 1
    let left =
      parts.left.width < room
      ? parts.left : parts.left.truncated(to: max(0, room - 1), ellipsis: settings.glyphs.ellipsis)
    grid.write(left, x: 0, y: y, width: size.width, style: style)
    if room > 0 { grid.write(parts.right, x: room, y: y, style: style) }
  }

  private func drawPanes(on grid: inout CellGrid) {
    if let area = layout.typeCounts { TypeCountsPane(model: self).draw(in: area, on: &grid) }
    for (pane, area) in layout.areas {
      let style = pane == focus ? settings.theme.focusedBorder : settings.theme.border
      let inner = frame(of: pane).draw(in: area, on: &grid, glyphs: settings.glyphs, style: style)
      switch pane {
      case .streams: streamsPane.draw(in: inner, on: &grid, self)
      case .events: eventsPane.draw(in: inner, on: &grid, self)
      case .payload: payloadPane.draw(in: inner, on: &grid, self)
      case .live: livePane.draw(in: inner, on: &grid, self)
      case .replay: break
      }
      markMatches(of: highlight, in: inner, on: &grid)
    }
  }

  /// The hardware cursor stands on the chosen row, where screen readers look.
  private var cursor: Point? {
    if help == nil, let replay { return replayCursor(replay) }
    guard help == nil, let area = layout.areas[focus]?.inset(by: 1) else { return nil }
    switch focus {
    case .streams: return point(streamsPane.viewport, in: area)
    case .events: return point(eventsPane.viewport, in: area, below: eventsHeadingRows)
    case .live:
      let y = area.y + livePane.cursorOffset
      return livePane.lineCount > 0 && y < area.maxY ? Point(x: area.x, y: y) : nil
    case .payload:
      guard payloadPane.document != nil else { return nil }
      let y = area.y + payloadPane.headerHeight(self, columns: area.width) + payloadCursorRow
      return y < area.maxY ? Point(x: area.x, y: y) : nil
    case .replay: return nil
    }
  }

  /// How far below the first row of the payload the chosen line stands.
  private var payloadCursorRow: Int {
    guard payloadPane.isWrapping else {
      return (payloadPane.document?.cursor ?? 0) - payloadPane.top
    }
    let rows = payloadPane.rowScroll(
      settings.glyphs, height: payloadHeight, columns: payloadColumns)
    return rows?.cursorRow ?? 0
  }

  private func point(_ viewport: ListViewport, in area: Rect, below rows: Int = 0) -> Point? {
    let y = area.y + rows + viewport.cursor - viewport.top
    return viewport.count > 0 && y < area.maxY ? Point(x: area.x, y: y) : nil
  }
}
