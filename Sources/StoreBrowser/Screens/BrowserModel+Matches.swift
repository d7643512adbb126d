internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Marks what is searched for wherever it shows in a part of the screen.
  func markMatches(of pattern: TextPattern?, in area: Rect, on grid: inout CellGrid) {
    guard let pattern else { return }
    let search = TextSearch(pattern)
    for y in area.y..<area.maxY {
      let (text, columns) = grid.characters(x: area.x, y: y, width: area.width)
      for range in search.ranges(in: text) {
        let start = text.distance(from: text.startIndex, to: range.lowerBound)
        let count = text.distance(from: range.lowerBound, to: range.upperBound)
        guard count > 0, start + count <= columns.count else { continue }
        let end = start + count < columns.count ? columns[start + count] : area.maxX
        let rect = Rect(x: columns[start], y: y, width: end - columns[start], height: 1)
        grid.restyle(rect) { style in style = settings.theme.match }
      }
    }
  }
}

extension CellGrid {
  /// The text of a part of a row, and the column at which each of its characters stands.
  fileprivate func characters(x: Int, y: Int, width: Int) -> (String, [Int]) {
    var text = ""
    var columns: [Int] = []
    for column in x..<min(x + width, size.width) where self[column, y].width > 0 {
      // Marks that join characters are left out, so that a character is a cell.
      text.append(Character(self[column, y].scalar))
      columns.append(column)
    }
    return (text, columns)
  }
}
