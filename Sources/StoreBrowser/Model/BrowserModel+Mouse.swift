internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// How many rows a step of the wheel is, and within what time a second click is a double click.
  static let wheelRows = 3
  static let doubleClickMilliseconds: Int64 = 400

  /// The wheel scrolls what is under the pointer, a click chooses it, and a double click opens it.
  mutating func take(_ mouse: MouseEvent, atMilliseconds now: Int64) -> [BrowserEffect] {
    guard settings.usesMouse, !MainLayout.isTooSmall(size), commandLine == nil else { return [] }
    let isDouble =
      mouse == lastClick?.event
      && now - (lastClick?.milliseconds ?? 0) <= BrowserModel.doubleClickMilliseconds
    lastClick = mouse.action == .press && !isDouble ? (mouse, now) : nil
    let rows: Int? =
      switch mouse.action {
      case .press: nil
      case .wheelUp: -BrowserModel.wheelRows
      case .wheelDown: BrowserModel.wheelRows
      }
    if help != nil { return takeInHelp(mouse.point, rows: rows, isDouble) }
    if choice != nil { return takeInChoice(mouse.point, rows: rows, isDouble) }
    return takeInPanes(mouse.point, rows: rows, isDouble)
  }

  /// Uses the mouse, or leaves it to the terminal, which selects text with it.
  mutating func useMouse(_ isOn: Bool) -> [BrowserEffect] {
    settings.usesMouse = isOn
    note =
      isOn
      ? "Mouse on: the wheel scrolls, a click chooses, a double click opens; Shift selects text."
      : "Mouse off: the terminal selects text with it."
    return [.useMouse(isOn)]
  }

  private mutating func takeInHelp(_ point: Point, rows: Int?, _ isDouble: Bool) -> [BrowserEffect]
  {
    if let rows {
      help?.viewport.roll(by: rows)
      return []
    }
    help?.viewport.choose(visibleRow: point.y - 2)
    return isDouble ? takeInHelp(.enter) : []
  }

  private mutating func takeInChoice(
    _ point: Point, rows: Int?, _ isDouble: Bool
  ) -> [BrowserEffect] {
    guard let area = choiceArea, rows != nil || area.contains(point) else {
      choice = nil
      return []
    }
    if let rows {
      choice?.viewport.move(by: rows.signum())
      return []
    }
    choice?.viewport.setHeight(area.height - 2)
    choice?.viewport.choose(visibleRow: point.y - area.y - 1)
    return isDouble ? takeInChoice(.enter) : []
  }

  private mutating func takeInPanes(
    _ point: Point, rows: Int?, _ isDouble: Bool
  ) -> [BrowserEffect] {
    // In a replay the wheel steps.
    if replay != nil {
      return rows.flatMap { runInReplay($0 > 0 ? .stepOn : .stepBack, count: 1) } ?? []
    }
    guard let (pane, area) = layout.areas.first(where: { $0.value.contains(point) }) else {
      return []
    }
    if let rows {
      roll(pane, by: rows)
      return []
    }
    if point.y == area.y { return takeOnTitle(pane, isAtLeft: point.x < area.x + 12) }
    setFocus(pane)
    guard choose(in: pane, row: point.y - area.y - 1), isDouble else { return [] }
    return run(.open)
  }

  /// A click on a title chooses the pane; on the one that payload and live share, the one that is named there.
  private mutating func takeOnTitle(_ pane: Pane, isAtLeft: Bool) -> [BrowserEffect] {
    let isShared = layout.sharesLower && !isZoomed && size.width >= 60
    setFocus(isShared && pane.isLower ? (isAtLeft ? .payload : .live) : pane)
    return []
  }

  private mutating func roll(_ pane: Pane, by rows: Int) {
    switch pane {
    case .streams:
      streamsPane.viewport.roll(by: rows)
      showNode()
    case .events:
      eventsPane.viewport.roll(by: rows)
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    case .payload: rollPayload(by: rows)
    case .replay: break
    case .live:
      livePane.viewport.roll(by: rows)
      // The end that is reached is the newest event: it is followed again.
      if rows > 0, livePane.viewport.visible.upperBound == livePane.lineCount {
        livePane.viewport.goToEnd()
      }
      livePane.moved(atMilliseconds: nowMilliseconds)
    }
  }

  /// Chooses the row of a pane that stands so far below its title; false if there is none.
  private mutating func choose(in pane: Pane, row: Int) -> Bool {
    switch pane {
    case .streams:
      guard streamsPane.viewport.choose(visibleRow: row) else { return false }
      showNode()
    case .events:
      guard eventsPane.viewport.choose(visibleRow: row - eventsHeadingRows) else { return false }
      eventsPane.noteChosen(catalog, settings.isNewestFirst)
    case .payload:
      let columns = payloadColumns
      let line = row - payloadPane.headerHeight(self, columns: columns)
      guard let index = payloadPane.line(atRow: line, self, columns: columns) else { return false }
      payloadPane.document?.go(to: index)
    case .live:
      guard livePane.viewport.choose(visibleRow: livePane.rowWithoutRule(row)) else { return false }
      livePane.moved(atMilliseconds: nowMilliseconds)
    case .replay: return false
    }
    return true
  }
}

extension Pane {
  /// Whether it is one of the two that share a place in a narrow screen.
  fileprivate var isLower: Bool { self == .payload || self == .live }
}
