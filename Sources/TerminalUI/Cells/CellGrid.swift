/// A screen as a value: everything is drawn here, and the terminal shows what has changed.
package struct CellGrid: Sendable, Equatable {
  package let size: Size
  private var cells: [Cell]

  /// Makes an empty screen.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.width * size.height)
  }

  package subscript(x: Int, y: Int) -> Cell {
    get { cells[y * size.width + x] }
    set { cells[y * size.width + x] = newValue }
  }

  /// The cells of a row.
  package func row(_ y: Int) -> ArraySlice<Cell> {
    cells[(y * size.width)..<((y + 1) * size.width)]
  }

  /// Writes text from a column on, clipped to `width` columns and to the screen.
  ///
  /// - Returns: the columns that it took.
  @discardableResult
  package mutating func write(
    _ text: DisplayText, x: Int, y: Int, width: Int = .max, style: Style = .plain
  ) -> Int {
    guard y >= 0, y < size.height, x >= 0, x < size.width, width > 0 else { return 0 }
    let limit = width >= size.width - x ? size.width : x + width
    var column = x
    for glyph in text.glyphs {
      let columns = Int(glyph.width)
      guard column + columns <= limit else {
        // A wide character does not fit by half: a space stands there instead.
        if column < limit { put(.init(" ", style: style), x: column, y: y) }
        return limit - x
      }
      put(Cell(glyph.scalar, marks: glyph.marks, width: glyph.width, style: style), x: column, y: y)
      if columns == 2 { self[column + 1, y] = Cell(" ", width: 0, style: style) }
      column += columns
    }
    return column - x
  }

  /// Sets a cell and blanks what is left of a wide character that it cuts.
  private mutating func put(_ cell: Cell, x: Int, y: Int) {
    if self[x, y].width == 0, x > 0 { self[x - 1, y] = Cell(" ", style: self[x - 1, y].style) }
    let end = x + Int(cell.width)
    if end < size.width, self[end, y].width == 0 {
      self[end, y] = Cell(" ", style: self[end, y].style)
    }
    self[x, y] = cell
  }

  /// Fills a part with one character.
  package mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar = " ", style: Style = .plain)
  {
    for y in max(0, rect.y)..<max(0, rect.y, min(rect.maxY, size.height)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(rect.maxX, size.width)) {
        put(Cell(scalar, style: style), x: x, y: y)
      }
    }
  }

  /// Changes the look of a part.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    for y in max(0, rect.y)..<max(0, rect.y, min(rect.maxY, size.height)) {
      for x in max(0, rect.x)..<max(0, rect.x, min(rect.maxX, size.width)) {
        change(&self[x, y].style)
      }
    }
  }

  /// Puts other characters of the same width in the place of some, as on a terminal that has no more.
  package mutating func replace(_ scalars: [Unicode.Scalar: Unicode.Scalar]) {
    for index in cells.indices {
      if !cells[index].scalar.isASCII, let other = scalars[cells[index].scalar] {
        cells[index].scalar = other
      }
    }
  }

  /// The rows as text, trailing spaces kept.
  package var lines: [String] {
    (0..<size.height).map { y in row(y).map(\.text).joined() }
  }

  /// The screen as text, trailing spaces of each row left out.
  package var text: String {
    lines.map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n") + "\n"
  }

  /// The looks as text: a letter a cell, `.` for the plain one, and what each letter stands for.
  package var attributeText: String {
    var letters: [Style: Character] = [.plain: "."]
    var legend: [String] = []
    let lines = (0..<size.height).map { y in
      String(
        row(y).map { cell in
          if let letter = letters[cell.style] { return letter }
          let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(legend.count % 26)))
          letters[cell.style] = letter
          legend.append("\(letter) \(cell.style.name)")
          return letter
        })
    }
    return (lines + legend).joined(separator: "\n") + "\n"
  }
}

extension Style {
  /// The look in words, for golden files.
  var name: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if case .palette(let number) = foreground { words.append("color \(number)") }
    if case .palette(let number) = background { words.append("on \(number)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}
