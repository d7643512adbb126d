internal import TerminalUI

/// A control sequence that may tell of the mouse: `ESC [ < 0 ; 12 ; 5 M`, or `ESC [ M` and three characters
/// from terminals that do not know the form with numbers.
struct MouseReport {
  private let parameters: [UInt32]
  private let end: UInt32

  init(_ parameters: [UInt32], end: UInt32) {
    self.parameters = parameters
    self.end = end
  }

  /// What was done, if it is a report; `rest` gives the characters behind the sequence.
  func event(rest: () -> UInt32?) -> MouseEvent? {
    if parameters.first == 0x3C, end == 0x4D || end == 0x6D { return numbered }
    guard parameters.isEmpty, end == 0x4D else { return nil }
    guard let button = rest(), let column = rest(), let row = rest() else { return nil }
    guard button >= 32, column > 32, row > 32 else { return nil }
    return MouseEvent(button: Int(button) - 32, column: Int(column) - 32, row: Int(row) - 32)
  }

  private var numbered: MouseEvent? {
    let text = String(
      String.UnicodeScalarView(parameters.dropFirst().compactMap(Unicode.Scalar.init)))
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).compactMap {
      Int($0)
    }
    guard numbers.count == 3 else { return nil }
    return MouseEvent(
      button: numbers[0], column: numbers[1], row: numbers[2], isRelease: end == 0x6D)
  }
}
