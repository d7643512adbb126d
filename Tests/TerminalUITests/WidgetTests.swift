import TerminalUI
import Testing

@Suite("Widgets")
struct WidgetTests {
  @Test("a frame with titles, light and heavy")
  func frame() {
    var grid = CellGrid(size: Size(width: 21, height: 3))
    let frame = PaneFrame(title: "1 Streams", detail: "214")
    #expect(
      frame.draw(in: Rect(grid.size), on: &grid, glyphs: .unicode)
        == Rect(x: 1, y: 1, width: 19, height: 1))
    #expect(
      grid.lines == ["┌─ 1 Streams ─ 214 ─┐", "│                   │", "└───────────────────┘"])
    #expect(grid.lines.allSatisfy { $0.count == 21 })
  }

  @Test("a frame in ASCII, too narrow for its titles")
  func narrow() {
    var grid = CellGrid(size: Size(width: 10, height: 2))
    PaneFrame(title: "2 Events", detail: "1 of 2").draw(
      in: Rect(grid.size), on: &grid, glyphs: .ascii)
    #expect(grid.lines == ["+- 2 E~ -+", "+--------+"])
  }

  @Test("a line is edited as in a shell")
  func lineEditor() {
    var editor = LineEditor("goto x")
    for key in [Key.backspace, .character("日"), .left, .character("é"), .home, .delete, .end] {
      let isTaken1 = editor.take(key)
      #expect(isTaken1)
    }
    #expect(editor.text == "oto é日")
    let isTaken2 = editor.take(.control("w"))
    #expect(isTaken2)
    #expect(editor.text == "oto ")
    editor.insert("a\nb")
    #expect(editor.text == "oto a b")
    let isTaken3 = editor.take(.control("u"))
    #expect(isTaken3)
    #expect(editor.isEmpty)
    let isTaken4 = editor.take(.function(2))
    #expect(!isTaken4)
  }
}
