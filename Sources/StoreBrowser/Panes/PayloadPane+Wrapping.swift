internal import TerminalUI

extension PayloadPane {
  /// Wraps lines, or lets them run out of the pane; wrapped ones are not scrolled sideways.
  mutating func toggleWrapping() {
    isWrapping.toggle()
    (columnOffset, topRow) = (0, 0)
  }

  /// The lines as they are scrolled where they wrap.
  func rowScroll(_ glyphs: GlyphSet, height: Int, columns: Int) -> RowScroll? {
    guard let document, document.lineCount > 0 else { return nil }
    let pane = self
    // A long line is laid out once, however often a move asks for it.
    var counts: [Int: Int] = [:]
    return RowScroll(
      top: RowScroll.Place(line: top, row: topRow), cursor: document.cursor,
      lineCount: document.lineCount, height: height
    ) { index in
      if let count = counts[index] { return count }
      let count = pane.rows(at: index, glyphs, columns: columns).count
      counts[index] = count
      return count
    }
  }

  mutating func take(_ scroll: RowScroll) {
    (top, topRow) = (scroll.top.line, scroll.top.row)
    document?.go(to: scroll.cursor)
  }

  /// A line as one row, or as several where it wraps.
  func rows(at index: Int, _ glyphs: GlyphSet, columns: Int) -> [DisplayText] {
    guard let document else { return [] }
    let line = line(at: index, of: document)
    let fold: DisplayText =
      switch line.isFolded {
      case true?: glyphs.closed + " "
      case false?: glyphs.open + " "
      case nil: document.kind == .json ? "  " : ""
      }
    let text = .spaces(line.depth * 2) + fold + keyText(line, columns: columns) + line.value
    guard isWrapping else { return [text.dropping(columns: columnOffset)] }
    return text.rows(columns: max(1, columns - 1))
  }

  /// A line with as much of its value as can be seen.
  func line(at index: Int, of document: PayloadDocument) -> PayloadLine {
    document.line(
      at: index,
      limit: isWrapping ? PayloadDocument.longestLine : PayloadDocument.longestUnwrappedLine)
  }

  /// A line's key with the gap before its value.
  func keyText(_ line: PayloadLine, columns: Int) -> DisplayText {
    line.keyText(room: columns - 3 - line.depth * 2, isWrapping: isWrapping)
  }
}

extension BrowserModel {
  /// Moves through rows of the payload's lines that wrap.
  mutating func changeWrapped(_ change: (inout RowScroll) -> Void) {
    guard
      var rows = payloadPane.rowScroll(
        settings.glyphs, height: payloadHeight, columns: payloadColumns)
    else { return }
    change(&rows)
    payloadPane.take(rows)
  }

  mutating func rollPayload(by rows: Int) {
    if payloadPane.isWrapping {
      changeWrapped { $0.roll(by: rows) }
    } else {
      changePayload { $0.roll(by: rows) }
    }
  }
}
