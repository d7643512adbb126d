internal import TerminalUI

/// The track of a replay: a cell for each event, or for as many as share one.
struct Scrubber {
  /// What a cell tells of its events.
  enum Cell: Sendable, Hashable {
    case line
    case applied
    case here
    case ahead
    case failed
    case ignored
    case draft
  }

  private let count: Int
  private let columns: Int
  /// Columns from one event to the next; 0 where several share a cell.
  private let spacing: Int

  init(count: Int, columns: Int) {
    self.count = count
    self.columns = max(1, columns)
    spacing = count <= self.columns ? max(1, (self.columns - 1) / max(1, count - 1)) : 0
  }

  /// How many columns it takes.
  var width: Int { spacing == 0 ? columns : count == 0 ? 0 : (count - 1) * spacing + 1 }

  /// The column of a place, from 1.
  func column(of place: Int) -> Int {
    spacing == 0 ? (place - 1) * columns / count : (place - 1) * spacing
  }

  /// The cells for a place; marks stand before what is merely applied or ahead.
  func cells(
    place: Int, failed: some Sequence<Int>, ignored: some Sequence<Int>,
    drafts: some Sequence<Int>
  ) -> [Cell] {
    var cells = [Cell](repeating: .line, count: width)
    if spacing == 0 {
      let here = place > 0 ? column(of: place) : -1
      for column in 0..<width { cells[column] = column <= here ? .applied : .ahead }
    } else {
      for event in 1..<(count + 1) { cells[column(of: event)] = event <= place ? .applied : .ahead }
    }
    for (mark, places) in [
      (Cell.ignored, Array(ignored)), (.draft, Array(drafts)), (.failed, Array(failed)),
    ] {
      for place in places where (1...max(1, count)).contains(place) {
        cells[column(of: place)] = mark
      }
    }
    if (1...max(1, count)).contains(place), count > 0 { cells[column(of: place)] = .here }
    return cells
  }
}

extension GlyphSet {
  func glyph(_ cell: Scrubber.Cell) -> DisplayText {
    switch cell {
    case .line: DisplayText(String(Character(light.horizontal)))
    case .applied: live
    case .here: here
    case .ahead: ahead
    case .failed: "!"
    case .ignored: "×"
    case .draft: "?"
    }
  }
}
