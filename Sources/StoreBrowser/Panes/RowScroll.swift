/// Lines that take several rows each: the row at the top, and the line that is chosen.
///
/// Rows of a line are counted when they are asked for, and only around those that show.
struct RowScroll {
  /// A row of a line.
  struct Place: Comparable {
    var line: Int
    var row: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.line, left.row) < (right.line, right.row)
    }
  }

  private(set) var top: Place
  private(set) var cursor: Int
  private let lineCount: Int
  private let height: Int
  private let rowCount: (Int) -> Int

  /// Takes at least one line; each has at least one row.
  init(top: Place, cursor: Int, lineCount: Int, height: Int, rowCount: @escaping (Int) -> Int) {
    self.lineCount = max(1, lineCount)
    self.height = max(1, height)
    self.rowCount = rowCount
    self.cursor = max(0, min(cursor, self.lineCount - 1))
    let line = max(0, min(top.line, self.lineCount - 1))
    self.top = Place(line: line, row: max(0, min(top.row, rowCount(line) - 1)))
    settle()
  }

  /// How many rows below the top the first row that shows of the chosen line stands.
  var cursorRow: Int {
    guard cursor > top.line else { return 0 }
    return ((top.line + 1)..<cursor).reduce(rowCount(top.line) - top.row) { $0 + rowCount($1) }
  }

  /// Moves as a command says: of a line that does not fit the rest comes before the next line.
  mutating func run(_ command: BrowserCommand, count: Int?) {
    let many = count ?? 1
    switch command {
    case .down: step(isDown: true, many)
    case .up: step(isDown: false, many)
    case .pageDown: page(by: many * max(1, height - 1))
    case .pageUp: page(by: -many * max(1, height - 1))
    case .halfPageDown: page(by: many * max(1, height / 2))
    case .halfPageUp: page(by: -many * max(1, height / 2))
    case .first: go(to: many - 1)
    default: count.map { go(to: $0 - 1) } ?? goToEnd()
    }
  }

  /// Scrolls so many rows down, or up; another line is chosen only where it would be out of sight.
  mutating func roll(by rows: Int) {
    scroll(by: rows)
    cursor = max(top.line, min(cursor, bottom.line))
  }

  private mutating func goToEnd() {
    cursor = lineCount - 1
    top = lastTop
  }

  private mutating func go(to line: Int) {
    cursor = max(0, min(line, lineCount - 1))
    reveal()
  }

  private mutating func step(isDown: Bool, _ count: Int) {
    for _ in 0..<count {
      let before = (top, cursor)
      if isDown { stepDown() } else { stepUp() }
      if before == (top, cursor) { return }
    }
  }

  private mutating func stepDown() {
    if end(of: cursor) > bottom { return scroll(by: 1) }
    if cursor < lineCount - 1 { go(to: cursor + 1) }
  }

  private mutating func stepUp() {
    if Place(line: cursor, row: 0) < top { return scroll(by: -1) }
    guard cursor > 0 else { return }
    cursor -= 1
    reveal(fromEnd: true)
  }

  /// Turns pages: the screen moves with the cursor; where it cannot, the cursor goes to the end.
  private mutating func page(by rows: Int) {
    let (before, row) = (top, cursorRow)
    scroll(by: rows)
    guard top != before else { return cursor = rows > 0 ? lineCount - 1 : 0 }
    cursor = moved(top, by: min(row, height - 1)).line
  }

  private mutating func scroll(by rows: Int) { top = min(moved(top, by: rows), lastTop) }

  /// Shows as much of the chosen line as fits, from its start, or from its end where one comes from below.
  private mutating func reveal(fromEnd: Bool = false) {
    let (start, end) = (Place(line: cursor, row: 0), end(of: cursor))
    guard start < top || end > bottom else { return }
    let isTall = end.row >= height
    let isAtBottom = isTall ? fromEnd : end > bottom
    top = min(isAtBottom ? moved(end, by: 1 - height) : start, lastTop)
  }

  /// Keeps something of the chosen line in sight, and no empty rows below the last line.
  private mutating func settle() {
    top = min(top, lastTop)
    if end(of: cursor) < top || Place(line: cursor, row: 0) > bottom { reveal() }
  }

  private var bottom: Place { moved(top, by: height - 1) }

  private var lastTop: Place { moved(end(of: lineCount - 1), by: 1 - height) }

  private func end(of line: Int) -> Place { Place(line: line, row: rowCount(line) - 1) }

  /// The place so many rows further down, or up, the nearest there is.
  private func moved(_ place: Place, by rows: Int) -> Place {
    var (line, row) = (place.line, place.row + rows)
    while row < 0, line > 0 {
      line -= 1
      row += rowCount(line)
    }
    while line < lineCount - 1, row >= rowCount(line) {
      row -= rowCount(line)
      line += 1
    }
    return Place(line: line, row: max(0, min(row, rowCount(line) - 1)))
  }
}
