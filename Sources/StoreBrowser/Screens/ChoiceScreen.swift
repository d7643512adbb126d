internal import LivenStore
internal import TerminalUI

/// A short list in a box over the panes, of which a key or `Enter` takes a line.
struct ChoiceScreen: Sendable {
  /// What a line does.
  enum Action: Sendable {
    case openStream(StreamName)
    case replayStream(StreamName)
    case copy(what: String, [UInt8])
    /// Puts a line into the command prompt, to be completed.
    case prompt(String)
  }

  struct Item: Sendable {
    var key: Unicode.Scalar?
    let text: DisplayText
    let action: Action
  }

  let title: String
  let items: [Item]
  var viewport = ListViewport()

  init(title: String, items: [Item]) {
    self.title = title
    self.items = items
    viewport.setCount(items.count)
  }

  /// The line of a key; `nil` if none has it.
  func item(for key: Key) -> Item? {
    guard case .character(let scalar) = key else { return nil }
    return items.first { $0.key == scalar }
  }

  /// Where the box is: at the bottom of a pane.
  func area(over pane: Rect, on screen: Size) -> Rect {
    let widest = items.map(\.text.width).max() ?? 0
    let width = min(screen.width - 2, max(widest + 8, title.count + 8))
    let height = min(screen.height - 4, items.count + 2)
    return Rect(
      x: max(0, min(pane.x + 2, screen.width - width - 1)), y: max(1, pane.maxY - height - 1),
      width: width, height: height)
  }

  func draw(in area: Rect, on grid: inout CellGrid, _ model: BrowserModel) {
    grid.fill(area)
    let inner = PaneFrame(title: DisplayText(title), isFocused: true).draw(
      in: area, on: &grid, glyphs: model.settings.glyphs, style: model.settings.theme.focusedBorder)
    var viewport = viewport
    viewport.setHeight(inner.height)
    for (y, index) in viewport.visible.enumerated() {
      let isChosen = index == viewport.cursor
      let mark: DisplayText = isChosen ? model.settings.glyphs.cursor : " "
      let key = items[index].key.map { String(Character($0)) + "  " } ?? ""
      let text = mark + DisplayText(key) + items[index].text
      grid.write(
        text.padded(to: inner.width), x: inner.x, y: inner.y + y, width: inner.width,
        style: isChosen ? model.settings.theme.cursor : .plain)
    }
  }
}
