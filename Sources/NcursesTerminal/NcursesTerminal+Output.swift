internal import CNcurses
package import TerminalUI

extension NcursesTerminal {
  /// Shows a screen: only rows that have changed go to curses, which sends what differs in them.
  package func present(_ grid: CellGrid, cursor: Point?) {
    let isSameSize = shown?.size == grid.size
    for y in 0..<min(grid.size.height, size.height) {
      if isSameSize, let shown, shown.row(y) == grid.row(y) { continue }
      put(grid.row(y), y)
    }
    shown = grid
    let cursor = cursor.flatMap { $0.x < size.width && $0.y < size.height ? $0 : nil }
    cn_show(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0), cursor == nil ? 0 : 1)
  }

  private func put(_ row: ArraySlice<Cell>, _ y: Int) {
    var cells: [cn_cell] = []
    cells.reserveCapacity(row.count)
    for cell in row.prefix(size.width) where cell.width > 0 { cells.append(converted(cell)) }
    unsafe cells.withUnsafeBufferPointer { buffer in
      unsafe cn_put_row(Int32(y), buffer.baseAddress, Int32(buffer.count))
    }
  }

  private func converted(_ cell: Cell) -> cn_cell {
    var converted = cn_cell()
    converted.text.0 = wchar_t(bitPattern: scalar(cell.scalar).value)
    if isUnicode {
      converted.text.1 = wchar_t(bitPattern: cell.marks.0?.value ?? 0)
      converted.text.2 = wchar_t(bitPattern: cell.marks.1?.value ?? 0)
    }
    converted.width = Int32(cell.width)
    converted.attributes = Int32(cell.style.attributes.rawValue)
    converted.pair = pairs.number(for: cell.style)
    return converted
  }

  /// Beyond ASCII a question mark stands where the locale has no more.
  private func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    isUnicode || scalar.isASCII ? scalar : "?"
  }
}
