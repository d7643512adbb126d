/// What a person looks for in a text: a regular expression, without regard to case unless it holds a
/// capital letter.
package struct TextPattern: Sendable, Hashable {
  /// The pattern as it was typed.
  package let text: String
  let isCaseSensitive: Bool
  /// The bytes to look for where the pattern is plain text of ASCII, in small letters if case does not
  /// count: most patterns are, and need no regular expression.
  let literal: [UInt8]?

  private static let special = Set("\\^$.|?*+()[]{}".utf8)

  /// Takes a pattern.
  ///
  /// - Throws: ``ExpressionError`` if it is no regular expression.
  package init(_ text: String) throws(ExpressionError) {
    self.text = text
    isCaseSensitive = text.contains { $0.isUppercase }
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 && !TextPattern.special.contains($0) }
    literal = isPlain ? Array(isCaseSensitive ? text.utf8 : text.lowercased().utf8) : nil
    guard isPlain || (try? Regex(text)) != nil else {
      throw ExpressionError(column: 1, reason: "'\(text)' is no regular expression")
    }
  }
}

/// Looks for a ``TextPattern``; what it needs is made once.
package struct TextSearch {
  private let pattern: TextPattern
  private let regex: Regex<AnyRegexOutput>?

  package init(_ pattern: TextPattern) {
    self.pattern = pattern
    let regex = pattern.literal == nil ? try? Regex(pattern.text) : nil
    self.regex = regex.map { pattern.isCaseSensitive ? $0 : $0.ignoresCase() }
  }

  /// Whether bytes of UTF-8 hold the pattern.
  package func holds(_ bytes: [UInt8]) -> Bool { holds(bytes.span) }

  /// Whether bytes of UTF-8 hold the pattern.
  package func holds(_ bytes: Span<UInt8>) -> Bool {
    guard let literal = pattern.literal else {
      return regex.map { TextSearch.text(bytes).contains($0) } ?? false
    }
    return firstPlace(of: literal, in: bytes, from: 0) != nil
  }

  private static func text(_ bytes: Span<UInt8>) -> String {
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of a text that are of the pattern.
  package func ranges(in text: String) -> [Range<String.Index>] {
    if let regex { return text.ranges(of: regex).filter { !$0.isEmpty } }
    guard let literal = pattern.literal, !literal.isEmpty else { return [] }
    var text = text
    text.makeContiguousUTF8()
    let bytes = Array(text.utf8)
    var ranges: [Range<String.Index>] = []
    var start = 0
    while let place = firstPlace(of: literal, in: bytes.span, from: start) {
      let lower = text.utf8.index(text.startIndex, offsetBy: place)
      ranges.append(lower..<text.utf8.index(lower, offsetBy: literal.count))
      start = place + literal.count
    }
    return ranges
  }

  private func firstPlace(of literal: [UInt8], in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard let first = literal.first else { return start <= bytes.count ? start : nil }
    let last = bytes.count - literal.count
    // Both forms of a letter differ in this bit alone.
    let isLetter = !pattern.isCaseSensitive && first &- UInt8(ascii: "a") < 26
    let mask: UInt8 = isLetter ? 0x20 : 0
    var place = start
    while place <= last {
      if bytes[place] | mask == first, isLiteral(literal, in: bytes, at: place) { return place }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private func isLiteral(_ literal: [UInt8], in bytes: Span<UInt8>, at place: Int) -> Bool {
    for index in literal.indices where folded(bytes[place + index]) != literal[index] {
      return false
    }
    return true
  }

  /// Capital letters of ASCII made small where case does not count.
  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 {
    !pattern.isCaseSensitive && byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
