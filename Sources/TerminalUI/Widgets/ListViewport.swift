/// The part of a list that shows, and the row that is chosen: numbers only, whatever the rows are.
package struct ListViewport: Sendable, Hashable {
  /// How many rows the list has.
  package private(set) var count = 0
  /// How many rows show.
  package private(set) var height = 1
  /// The first row that shows.
  package private(set) var top = 0
  /// The chosen row; 0 in an empty list.
  package private(set) var cursor = 0

  package init() {}

  /// The rows that show.
  package var visible: Range<Int> { top..<min(count, top + height) }

  /// Whether the last row is chosen, or there is none.
  package var isAtEnd: Bool { cursor >= count - 1 }

  /// Takes the list's length; the chosen row stays if it is still there.
  package mutating func setCount(_ count: Int) {
    self.count = max(0, count)
    settle()
  }

  package mutating func setHeight(_ height: Int) {
    self.height = max(1, height)
    settle()
  }

  /// Chooses the row so many further down, or up.
  package mutating func move(by rows: Int) {
    go(to: cursor + rows)
  }

  /// Turns pages: the screen moves with the cursor.
  package mutating func page(by pages: Int) { scroll(by: pages * max(1, height - 1)) }

  package mutating func halfPage(by halves: Int) { scroll(by: halves * max(1, height / 2)) }

  /// Scrolls so many rows down, or up; the chosen row changes only where it would be out of sight.
  package mutating func roll(by rows: Int) {
    top = max(0, min(top + rows, count - height))
    cursor = max(top, min(cursor, top + height - 1))
    settle()
  }

  /// Chooses the row that stands so far below the first that shows; false if there is none.
  @discardableResult
  package mutating func choose(visibleRow row: Int) -> Bool {
    guard row >= 0, visible.contains(top + row) else { return false }
    go(to: top + row)
    return true
  }

  /// Chooses a row, the nearest there is.
  package mutating func go(to row: Int) {
    cursor = row
    settle()
  }

  /// Chooses the last row.
  package mutating func goToEnd() { go(to: count - 1) }

  /// Shows the chosen row so many rows below the first one that shows, as far as there are rows.
  package mutating func keep(offset: Int) {
    top = cursor - offset
    settle()
  }

  /// Follows rows that were inserted before the chosen one, so that it stays the same row in place.
  package mutating func insert(_ rows: Int, before row: Int) {
    count += rows
    guard row <= cursor, count > rows else { return settle() }
    cursor += rows
    top += rows
    settle()
  }

  private mutating func scroll(by rows: Int) {
    top += rows
    cursor += rows
    settle()
  }

  private mutating func settle() {
    cursor = max(0, min(cursor, count - 1))
    top = max(0, min(top, count - height))
    if cursor < top { top = cursor }
    if cursor >= top + height { top = cursor - height + 1 }
  }
}
