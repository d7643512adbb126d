internal import LivenStore
internal import TerminalUI

/// The event that is shown: its record once it is read, as lines that fold.
struct PayloadPane: Sendable {
  private(set) var id: EventID?
  private(set) var record: EventRecord?
  private(set) var failure: String?
  var document: PayloadDocument?
  var top = 0
  /// How many rows of the top line are above the pane, where lines wrap.
  var topRow = 0
  var columnOffset = 0
  var isWrapping = false

  /// Turns to another event; true if it must be read.
  mutating func show(_ id: EventID?) -> Bool {
    guard id != self.id else { return false }
    self = PayloadPane(isWrapping: isWrapping)
    self.id = id
    return id != nil
  }

  init(isWrapping: Bool = false) { self.isWrapping = isWrapping }

  mutating func take(_ record: EventRecord) {
    guard record.id == id else { return }
    self.record = record
    if let event = record.event {
      document = PayloadDocument(payload: event.payload)
    } else {
      document = PayloadDocument(bytes: record.bytes, problem: record.problem ?? "")
    }
  }

  mutating func fail(_ id: EventID, _ sentence: String) {
    if id == self.id { failure = sentence }
  }

  /// Keeps the chosen line among the `height` lines that show, beside the mark of the chosen one.
  mutating func settle(height: Int, columns: Int, _ glyphs: GlyphSet) {
    document?.fit(columns: columns - 1)
    if isWrapping {
      if let scroll = rowScroll(glyphs, height: height, columns: columns) { take(scroll) }
      return
    }
    guard let document, height > 0 else { return top = 0 }
    top = max(0, min(top, document.lineCount - 1))
    if document.cursor < top { top = document.cursor }
    if document.cursor >= top + height { top = document.cursor - height + 1 }
  }
}
