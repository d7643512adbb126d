import StoreBrowser
import TerminalUI

/// What holds of every screen, whatever is in the store and whatever keys came.
enum ScreenRules {
  /// The first rule that a screen breaks, in words; `nil` if all hold.
  static func problem(with model: BrowserModel) -> String? {
    let (grid, cursor) = model.draw()
    guard grid.size == model.size else { return "it is \(grid.size), not \(model.size)" }
    if let cursor,
      !Rect(x: 0, y: 0, width: grid.size.width, height: grid.size.height).contains(cursor)
    {
      return "the cursor stands at \(cursor) of \(grid.size)"
    }
    return areaProblem(model)
      ?? (0..<grid.size.height).lazy.compactMap { y in
        rowProblem(grid.row(y)).map { "row \(y): \($0)" }
      }.first
  }

  private static func areaProblem(_ model: BrowserModel) -> String? {
    let areas = model.areas
    for (index, area) in areas.enumerated() {
      if area.x < 0 || area.y < 0 || area.maxX > model.size.width || area.maxY > model.size.height {
        return "\(area) does not fit on \(model.size)"
      }
      for other in areas[..<index] where area.overlaps(other) {
        return "\(area) and \(other) overlap"
      }
    }
    return nil
  }

  /// The cells are as wide as their characters, and together as wide as the screen.
  private static func rowProblem(_ row: ArraySlice<Cell>) -> String? {
    var halves = 0
    for cell in row {
      if halves == 0, isPlain(cell) { continue }
      if halves > 0 {
        guard cell.width == 0 else { return "the right half of a wide character is gone" }
        halves -= 1
      } else if let problem = cellProblem(cell) {
        return problem
      } else {
        halves = Int(cell.width) - 1
      }
    }
    return halves == 0 ? nil : "its last character is cut"
  }

  /// Nearly all cells: no more is to be asked of them.
  private static func isPlain(_ cell: Cell) -> Bool {
    let value = cell.scalar.value
    return value >= 0x20 && value < 0x7F && cell.width == 1 && cell.marks.0 == nil
      && cell.marks.1 == nil
  }

  private static func cellProblem(_ cell: Cell) -> String? {
    let code = String(cell.scalar.value, radix: 16)
    if isHostile(cell.scalar) { return "U+\(code) stands on it raw" }
    guard CharacterWidth.columns(of: cell.scalar) == cell.width else {
      return "U+\(code) is given \(cell.width) columns"
    }
    for mark in [cell.marks.0, cell.marks.1].compactMap(\.self) {
      if isHostile(mark) || CharacterWidth.columns(of: mark) != 0 {
        return "U+\(code) has a mark that is none"
      }
    }
    return nil
  }

  /// Whether a terminal would obey, hide or turn around what follows.
  private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return true
    default: return false
    }
  }
}

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  fileprivate func overlaps(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}
