/// One line of text that is being typed.
package struct LineEditor: Sendable, Hashable {
  private var scalars: [Unicode.Scalar] = []
  /// The place of the next character, in scalars.
  package private(set) var position = 0

  /// The most characters that are taken.
  package static let maximumCount = 4_096

  package init(_ text: String = "") { replace(with: text) }

  package var text: String { String(String.UnicodeScalarView(scalars)) }

  package var isEmpty: Bool { scalars.isEmpty }

  /// Replaces everything and goes to the end.
  package mutating func replace(with text: String) {
    scalars = Array(text.unicodeScalars.prefix(LineEditor.maximumCount))
    position = scalars.count
  }

  /// Inserts text; line ends become spaces.
  package mutating func insert(_ text: String) {
    let room = LineEditor.maximumCount - scalars.count
    let new = text.unicodeScalars.prefix(room).map { $0.value < 0x20 ? " " : $0 }
    scalars.insert(contentsOf: new, at: position)
    position += new.count
  }

  /// Takes an editing key; false if it is none.
  package mutating func take(_ key: Key) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .backspace, .control("h"): remove(position - 1..<position)
    case .delete: remove(position..<position + 1)
    case .left, .control("b"): position = max(0, position - 1)
    case .right, .control("f"): position = min(scalars.count, position + 1)
    case .home, .control("a"): position = 0
    case .end, .control("e"): position = scalars.count
    case .control("u"): remove(0..<position)
    case .control("k"): remove(position..<scalars.count)
    case .control("w"): remove(wordStart..<position)
    default: return false
    }
    return true
  }

  private var wordStart: Int {
    var start = position
    while start > 0, scalars[start - 1] == " " { start -= 1 }
    while start > 0, scalars[start - 1] != " " { start -= 1 }
    return start
  }

  private mutating func remove(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<scalars.count)
    scalars.removeSubrange(range)
    position = min(range.lowerBound, scalars.count)
  }

  /// The text before the cursor, to know its column.
  package var textBeforeCursor: String {
    String(String.UnicodeScalarView(scalars[..<position]))
  }
}
