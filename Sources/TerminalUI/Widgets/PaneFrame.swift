/// A border with a title on the left, one on the right, and one below on the right.
package struct PaneFrame: Sendable {
  package var title: DisplayText
  package var detail: DisplayText
  package var footer: DisplayText
  package var isFocused: Bool

  package init(
    title: DisplayText, detail: DisplayText = "", footer: DisplayText = "", isFocused: Bool = false
  ) {
    self.title = title
    self.detail = detail
    self.footer = footer
    self.isFocused = isFocused
  }

  /// Draws the border and returns the part within.
  @discardableResult
  package func draw(
    in area: Rect, on grid: inout CellGrid, glyphs: GlyphSet, style: Style = .plain
  ) -> Rect {
    guard area.width >= 2, area.height >= 2 else { return area.inset(by: 1) }
    let border = isFocused ? glyphs.heavy : glyphs.light
    drawLines(border, in: area, on: &grid, style: style)
    let room = area.width - 4
    let titleColumns = grid.write(
      framed(title.truncated(to: room - 2, ellipsis: glyphs.ellipsis)), x: area.x + 2, y: area.y,
      width: room, style: style)
    drawRight(detail, room: room - titleColumns, y: area.y, area, &grid, style)
    drawRight(footer, room: room, y: area.maxY - 1, area, &grid, style)
    return area.inset(by: 1)
  }

  private func framed(_ text: DisplayText) -> DisplayText {
    text.isEmpty ? text : " " + text + " "
  }

  /// A title on the right gives way if there is no room for it.
  private func drawRight(
    _ text: DisplayText, room: Int, y: Int, _ area: Rect, _ grid: inout CellGrid, _ style: Style
  ) {
    let text = framed(text)
    guard !text.isEmpty, text.width <= room else { return }
    grid.write(text, x: area.maxX - 2 - text.width, y: y, style: style)
  }

  private func drawLines(
    _ border: GlyphSet.Border, in area: Rect, on grid: inout CellGrid, style: Style
  ) {
    let (right, bottom) = (area.maxX - 1, area.maxY - 1)
    for y in [area.y, bottom] {
      grid.fill(
        Rect(x: area.x, y: y, width: area.width, height: 1), with: border.horizontal, style: style)
    }
    for x in [area.x, right] {
      grid.fill(
        Rect(x: x, y: area.y, width: 1, height: area.height), with: border.vertical, style: style)
    }
    let corners = [
      (area.x, area.y, border.topLeft), (right, area.y, border.topRight),
      (area.x, bottom, border.bottomLeft), (right, bottom, border.bottomRight),
    ]
    for (x, y, scalar) in corners where x < grid.size.width && y < grid.size.height {
      grid[x, y] = Cell(scalar, style: style)
    }
  }
}
