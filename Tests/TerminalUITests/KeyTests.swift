import TerminalUI
import Testing

@Suite("Keys")
struct KeyTests {
  @Test(
    "the notation of vim, both ways",
    arguments: [
      "j", "G", "<Enter>", "<Esc>", "<C-d>", "<S-Tab>", "<Space>", "<lt>", "<F12>", "<PageDown>",
      "é", "?", ">",
    ])
  func notation(text: String) throws {
    #expect(try #require(Key(notation: text)).notation == text)
  }

  @Test("rows of keys")
  func rows() {
    #expect(
      Key.parse(keys: "jj<Enter>:q") == [
        .character("j"), .character("j"), .enter, .character(":"), .character("q"),
      ])
    #expect(Key.parse(keys: "<Nonsense>") == nil)
    #expect(Key.parse(keys: "a<b") == [.character("a"), .character("<"), .character("b")])
  }

  @Test(
    "labels as a help shows them",
    arguments: [
      ("<C-d>", "^D"), ("<Space>", "Space"), ("<S-Tab>", "Shift-Tab"), ("<lt>", "<"), ("j", "j"),
    ])
  func labels(notation: String, label: String) { #expect(Key(notation: notation)?.label == label) }
}
