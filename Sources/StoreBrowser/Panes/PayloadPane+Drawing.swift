internal import LivenStore
internal import TerminalUI

extension PayloadPane {
  /// Draws the event's facts, then the lines of its payload.
  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    guard let id else { return }
    var y = area.y
    for (index, line) in header(id, model, columns: area.width).enumerated() where y < area.maxY {
      let style = index == 0 ? model.settings.theme.heading : .plain
      grid.write(line, x: area.x, y: y, width: area.width, style: style)
      y += 1
    }
    if let notice = failure ?? record?.problem ?? document?.notice, y < area.maxY {
      grid.write(
        " " + DisplayText(notice), x: area.x, y: y, width: area.width,
        style: model.settings.theme.problem)
      y += 1
    }
    drawLines(in: Rect(x: area.x, y: y, width: area.width, height: area.maxY - y), &grid, model)
  }

  /// How many rows stand above the payload's lines.
  func headerHeight(_ model: BrowserModel, columns: Int) -> Int {
    guard let id else { return 0 }
    let hasNotice = failure != nil || record?.problem != nil || document?.notice != nil
    return header(id, model, columns: columns).count + (hasNotice ? 1 : 0)
  }

  private func header(_ id: EventID, _ model: BrowserModel, columns: Int) -> [DisplayText] {
    let row = model.catalog.row(of: id)
    let type = record?.event?.type ?? row.flatMap { model.catalog.type(at: $0) }
    let time = id.timeMilliseconds.map {
      TimestampText.full($0, offsetMinutes: model.settings.offset(at: $0))
    }
    let streams = row.map { model.catalog.streams(of: $0).map(\.description) } ?? []
    let place = row.flatMap { model.placeText(of: $0) }
    let size = record?.event.map { event in
      "\(CountText.counted(event.payload.count, "byte")), \(kindName)"
    }
    let whole = DisplayText(" \(type?.name ?? "…")   \(id)")
    let title =
      whole.width <= columns ? whole : DisplayText(" \(type?.name ?? "…")  ") + ShortID.text(id)
    let names = "streams: " + (streams.isEmpty ? "none" : streams.joined(separator: ", "))
    if model.isZoomed, model.focus == .payload {
      // Nothing is said of it before it is read.
      let size = size ?? (record == nil && failure == nil ? "…" : "unreadable")
      if columns >= PayloadFacts.wideColumns {
        return PayloadFacts(id: id, type: type, time: time, size: size).lines(model)
      }
      return [
        title, DisplayText(" \(time ?? "no time in the id")   \(names)"),
        DisplayText(" payload \(size)   file events/\(id).json"), "",
      ]
    }
    let moment = DisplayText(" \(time ?? "no time in the id")")
    let withPlace = moment + DisplayText("   \(columns >= 60 ? " " : "")\(place?.text ?? "")")
    let withStream = withPlace + DisplayText(place?.stream.map { " in \($0)" } ?? "")
    // Half a number would be another one.
    let second = [withStream, withPlace].first { $0.width <= columns } ?? moment
    guard columns >= 60 else { return [title, second, DisplayText(" \(names)")] }
    let sizeText = DisplayText(size.map { "payload " + $0 } ?? "")
    let room = columns - sizeText.width - 2
    return [
      title, second, DisplayText(" \(names)").truncated(to: room - 1).padded(to: room) + sizeText,
      "",
    ]
  }

  private var kindName: String {
    switch document?.kind {
    case .json?: "JSON"
    case .text?: "text"
    case .hex?: "bytes"
    case nil: ""
    }
  }

  private func drawLines(in area: Rect, _ grid: inout CellGrid, _ model: BrowserModel) {
    guard let document else { return }
    var (y, index, hidden) = (area.y, top, isWrapping ? topRow : 0)
    while index < document.lineCount, y < area.maxY {
      let rows = rows(at: index, model.settings.glyphs, columns: area.width)
      let isChosen = index == document.cursor && model.focus == .payload
      for (number, row) in rows.enumerated().dropFirst(hidden) where y < area.maxY {
        let mark: DisplayText = isChosen && number == hidden ? model.settings.glyphs.cursor : " "
        let rowArea = Rect(x: area.x, y: y, width: area.width, height: 1)
        grid.write((mark + row).padded(to: area.width), x: area.x, y: y, width: area.width)
        if number == 0 { markKey(of: index, in: rowArea, &grid, model) }
        if isChosen { grid.restyle(rowArea) { $0 = model.settings.theme.cursor } }
        y += 1
      }
      (index, hidden) = (index + 1, 0)
    }
  }

  private func markKey(
    of index: Int, in area: Rect, _ grid: inout CellGrid, _ model: BrowserModel
  ) {
    guard let document else { return }
    let line = line(at: index, of: document)
    let start = line.depth * 2 + 2
    let key = start..<(start + keyText(line, columns: area.width).width)
    grid.restyle(
      [(key, model.settings.theme.key)],
      in: Rect(x: area.x + 1, y: area.y, width: area.width - 1, height: 1),
      scrolledBy: columnOffset)
  }

  /// The line that stands so many rows below the first that shows; it may take several rows.
  func line(atRow row: Int, _ model: BrowserModel, columns: Int) -> Int? {
    guard let document, row >= 0 else { return nil }
    var (index, end) = (top, isWrapping ? -topRow : 0)
    while index < document.lineCount {
      end += rows(at: index, model.settings.glyphs, columns: columns).count
      if row < end { return index }
      index += 1
    }
    return nil
  }
}
