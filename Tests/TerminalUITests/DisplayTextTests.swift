import TerminalUI
import Testing

@Suite("Text for a terminal")
struct DisplayTextTests {
  /// What must never reach a terminal from data: controls, and what is invisible or turns text around.
  static let hostile: [String] =
    (0..<0x20).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    + ["\u{7F}", "\u{80}", "\u{85}", "\u{90}", "\u{9B}31m", "\u{9C}", "\u{9D}0;x\u{7}", "\u{9F}"]
    + [
      "\u{202A}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}",
    ]
    + ["\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{180E}"]
    + [
      "\u{2028}", "\u{2029}", "\u{E0001}", "\u{E0041}", "\u{FE0F}", "\u{E000}", "\u{378}",
      "\u{FFFF}",
    ]
    + [
      "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;eA==\u{1B}\\", "\u{1B}P1$r\u{1B}\\",
      "\u{1B}c", "\r\n",
    ]

  @Test("nothing raw comes out of it", arguments: hostile)
  func sanitized(text: String) {
    let safe = DisplayText("a" + text + "b").description
    #expect(safe.hasPrefix("a") && safe.hasSuffix("b"))
    for scalar in safe.unicodeScalars {
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse]
          .contains(category))
    }
  }

  @Test("every scalar there is comes out safe, in no more columns than counted")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = DisplayText(String(Character(scalar)))
      for glyph in text.glyphs {
        let value = glyph.scalar.value
        #expect(value >= 0x20 && !(0x7F..<0xA0).contains(value) && glyph.width > 0)
      }
    }
  }

  @Test(
    "columns of known texts",
    arguments: [
      ("abc", 3), ("日本", 4), ("e\u{301}x", 2), ("😀x", 3), ("👍🏽x", 3), ("👨‍👩‍👧x", 7), ("🇫🇷x", 3),
      ("한국", 4), ("❤️x", 2),
    ])
  func width(text: String, columns: Int) { #expect(DisplayText(text).width == columns) }

  @Test(
    "marks take no column, but those that stand beside their letter take one",
    arguments: [("\u{301}", 0), ("\u{915}", 1), ("\u{A9C0}", 1), ("\u{1715}", 1), ("\u{302E}", 2)])
  func marks(scalar: Unicode.Scalar, columns: Int) {
    #expect(CharacterWidth.columns(of: scalar) == columns)
  }

  @Test("bytes that are not UTF-8 become U+FFFD")
  func invalid() {
    #expect(DisplayText(utf8: [0x61, 0xFF, 0x62] as [UInt8]).description == "a\u{FFFD}b")
  }

  @Test("clipping never splits a wide character")
  func clipping() {
    let text: DisplayText = "a日b"
    #expect(text.prefix(width: 2).description == "a")
    #expect(text.truncated(to: 3).description == "a…")
    #expect(text.dropping(columns: 2).description == " b")
    #expect(text.padded(to: 6).description == "a日b  ")
    var grid = CellGrid(size: Size(width: 3, height: 1))
    #expect(grid.write(text, x: 0, y: 0, width: 2) == 2)
    #expect(grid.lines == ["a  "])
    grid.write("日", x: 0, y: 0)
    grid.write("x", x: 1, y: 0)
    #expect(grid.lines == [" x "])
  }
}
