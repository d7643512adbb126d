/// One line of text that is safe to show: no control, no invisible and no bidirectional characters,
/// and every character of a width that terminals agree on.
///
/// It is the only thing that can be written on a ``CellGrid``.
package struct DisplayText: Sendable, Hashable, ExpressibleByStringLiteral,
  ExpressibleByStringInterpolation, CustomStringConvertible
{
  package private(set) var glyphs: [Glyph]

  init(glyphs: [Glyph]) { self.glyphs = glyphs }

  /// Takes any text and makes it safe.
  package init(_ text: String) {
    var sanitizer = TextSanitizer()
    for scalar in text.unicodeScalars { sanitizer.add(scalar) }
    glyphs = sanitizer.glyphs
  }

  /// Takes any bytes; what is not UTF-8 becomes U+FFFD.
  package init(utf8 bytes: some Collection<UInt8>) {
    self.init(String(decoding: bytes, as: UTF8.self))
  }

  package init(stringLiteral value: String) { self.init(value) }

  /// The columns that it takes.
  package var width: Int { glyphs.reduce(0) { $0 + Int($1.width) } }

  package var isEmpty: Bool { glyphs.isEmpty }

  package var description: String {
    var text = String.UnicodeScalarView()
    for glyph in glyphs {
      text.append(glyph.scalar)
      if let mark = glyph.marks.0 { text.append(mark) }
      if let mark = glyph.marks.1 { text.append(mark) }
    }
    return String(text)
  }

  /// As much from its start as fits.
  package func prefix(width limit: Int) -> DisplayText {
    var columns = 0
    let kept = glyphs.prefix { glyph in
      columns += Int(glyph.width)
      return columns <= limit
    }
    return DisplayText(glyphs: Array(kept))
  }

  /// The rest behind some columns; a wide character that is cut becomes a space.
  package func dropping(columns: Int) -> DisplayText {
    var left = columns
    var rest = glyphs[...]
    while left > 0, let glyph = rest.popFirst() { left -= Int(glyph.width) }
    let padding = left < 0 ? [Glyph(scalar: " ", width: 1)] : []
    return DisplayText(glyphs: padding + rest)
  }

  /// As much as fits, with a mark at the end if something is left out.
  package func truncated(to limit: Int, ellipsis: DisplayText = "…") -> DisplayText {
    guard width > limit else { return self }
    guard limit >= ellipsis.width else { return prefix(width: limit) }
    return prefix(width: limit - ellipsis.width) + ellipsis
  }

  /// The text in lines that fit, broken at spaces where there are some.
  package func wrapped(to limit: Int) -> [DisplayText] {
    var lines: [DisplayText] = []
    var rest = self
    while rest.width > max(1, limit) {
      let part = rest.prefix(width: max(1, limit))
      let space = part.glyphs.lastIndex { $0.scalar == " " } ?? 0
      let count = space > 0 ? space : max(1, part.glyphs.count)
      lines.append(DisplayText(glyphs: Array(rest.glyphs.prefix(count))))
      rest = DisplayText(glyphs: Array(rest.glyphs.dropFirst(space > 0 ? count + 1 : count)))
    }
    return lines + [rest]
  }

  /// The text in rows that are as full as they can be; at least one.
  package func rows(columns: Int) -> [DisplayText] {
    var (rows, start, width) = ([DisplayText](), 0, 0)
    for (index, glyph) in glyphs.enumerated() {
      if width + Int(glyph.width) > columns, index > start {
        rows.append(DisplayText(glyphs: Array(glyphs[start..<index])))
        (start, width) = (index, 0)
      }
      width += Int(glyph.width)
    }
    return rows + [DisplayText(glyphs: Array(glyphs[start...]))]
  }

  /// Filled with spaces to a width; longer text stays as it is.
  package func padded(to columns: Int) -> DisplayText {
    self + DisplayText.spaces(columns - width)
  }

  /// The same with the spaces in front.
  package func paddedLeft(to columns: Int) -> DisplayText {
    DisplayText.spaces(columns - width) + self
  }

  /// Some spaces; none for a negative number.
  package static func spaces(_ count: Int) -> DisplayText {
    DisplayText(glyphs: Array(repeating: Glyph(scalar: " ", width: 1), count: max(0, count)))
  }

  package static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    DisplayText(glyphs: left.glyphs + right.glyphs)
  }

  package static func += (left: inout DisplayText, right: DisplayText) {
    left.glyphs += right.glyphs
  }
}
