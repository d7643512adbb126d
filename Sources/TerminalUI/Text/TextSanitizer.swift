/// Turns any scalars into glyphs about whose width no terminals argue.
///
/// Controls become their pictures (U+2400 on), invisible and bidirectional characters U+FFFD, joiners
/// and selectors go, flags become letters; two marks a base at most.
package struct TextSanitizer {
  private(set) var glyphs: [Glyph] = []
  private var markCount = 0

  init() {}

  /// Any text as safe text on one line.
  package static func sanitized(_ text: String) -> String { DisplayText(text).description }

  /// Any bytes as safe text on one line.
  package static func sanitized(utf8 bytes: some Collection<UInt8>) -> String {
    DisplayText(utf8: bytes).description
  }

  mutating func add(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return append(scalar, width: 1) }
    switch value {
    case 0..<0x20: append(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}", width: 1)
    case 0x7F: append("\u{2421}", width: 1)
    case 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0xE0020...0xE007F: break
    case 0x1F3FB...0x1F3FF: addSkinTone(scalar)
    case 0x1F1E6...0x1F1FF: append(Unicode.Scalar(0x41 + value - 0x1F1E6) ?? "?", width: 1)
    default: addGeneral(scalar)
    }
  }

  private mutating func addSkinTone(_ scalar: Unicode.Scalar) {
    // After an emoji it only colours it.
    if let last = glyphs.last, last.scalar.value >= 0x1F000 { return }
    append(scalar, width: 2)
  }

  private mutating func addGeneral(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      append("\u{FFFD}", width: 1)
    case .nonspacingMark, .enclosingMark: addMark(scalar)
    default:
      switch CharacterWidth.columns(of: scalar) {
      case 0: addMark(scalar)
      case 2: append(scalar, width: 2)
      default: append(scalar, width: 1)
      }
    }
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    guard let index = glyphs.indices.last, markCount < 2 else { return }
    if markCount == 0 { glyphs[index].marks.0 = scalar } else { glyphs[index].marks.1 = scalar }
    markCount += 1
  }

  private mutating func append(_ scalar: Unicode.Scalar, width: UInt8) {
    glyphs.append(Glyph(scalar: scalar, width: width))
    markCount = 0
  }
}
