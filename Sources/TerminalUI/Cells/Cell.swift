/// What stands in one column of one row.
package struct Cell: Sendable, Hashable {
  package var scalar: Unicode.Scalar
  /// Up to two combining marks above or below the character.
  package var marks: (Unicode.Scalar?, Unicode.Scalar?)
  /// 1 or 2 columns; 0 for the right half of the character before.
  package var width: UInt8
  package var style: Style

  package init(
    _ scalar: Unicode.Scalar, marks: (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil),
    width: UInt8 = 1, style: Style = .plain
  ) {
    self.scalar = scalar
    self.marks = marks
    self.width = width
    self.style = style
  }

  package static let blank = Cell(" ")

  package static func == (left: Cell, right: Cell) -> Bool {
    left.scalar == right.scalar && left.marks == right.marks && left.width == right.width
      && left.style == right.style
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(scalar)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(style)
  }

  /// The character with its marks; nothing for a right half.
  package var text: String {
    guard width > 0 else { return "" }
    var text = String(Character(scalar))
    if let mark = marks.0 { text.unicodeScalars.append(mark) }
    if let mark = marks.1 { text.unicodeScalars.append(mark) }
    return text
  }
}
