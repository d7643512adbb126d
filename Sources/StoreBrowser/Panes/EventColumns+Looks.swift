internal import LivenStore
internal import TerminalUI

extension EventColumns {
  /// Which columns of a row have a look of their own: those of the type and of the id.
  func looks(row: Int) -> [(columns: Range<Int>, style: Style)] {
    let theme = model.settings.theme
    let (type, id) = places
    let typeStyle = model.catalog.type(at: row) == nil ? theme.problem : theme.type
    return [(type, typeStyle), (id, theme.id)]
  }

  private var places: (type: Range<Int>, id: Range<Int>) {
    if isWide, stream != nil { return (33..<55, 55..<83) }
    if isWide { return (14..<36, (44 + streamColumns)..<(70 + streamColumns)) }
    let end = 13 + narrowTypeColumns
    if columns < EventColumns.idColumns { return (13..<end, 0..<0) }
    let id = end + 1 + narrowStreamColumns + 5
    return (13..<end, id..<(id + 7))
  }
}

extension CellGrid {
  /// Gives parts of a row their looks, as far as they show in an area that is scrolled sideways.
  mutating func restyle(
    _ looks: [(columns: Range<Int>, style: Style)], in area: Rect, scrolledBy offset: Int = 0
  ) {
    for (columns, style) in looks where style != .plain {
      let start = max(0, columns.lowerBound - offset)
      let end = min(area.width, columns.upperBound - offset)
      restyle(Rect(x: area.x + start, y: area.y, width: end - start, height: 1)) { $0 = style }
    }
  }
}
