internal import LivenStore
internal import TerminalUI

/// A screen as a text file.
enum ScreenFile {
  /// Writes the screen and returns a sentence about it.
  static func save(_ grid: CellGrid, to path: String) -> String {
    do {
      try TextFile.write(Array(grid.text.utf8), to: path)
      return "Saved the screen to \(path)."
    } catch {
      return "\(path): cannot save the screen: \(error)."
    }
  }
}
