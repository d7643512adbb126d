internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// The frame of a pane: its title, and how much of what it lists.
  func frame(of pane: Pane) -> PaneFrame {
    var title = DisplayText("\(pane.rawValue) \(pane.title)")
    if pane == .events, case .stream(let name) = eventsPane.scope, size.width >= 120 {
      title += DisplayText(" in \(name)")
    }
    if pane == .events, size.width >= 60, let date = eventsPane.dateText(self) {
      title += DisplayText("  \(date)")
    }
    if layout.sharesLower, pane == .payload || pane == .live, !isZoomed, size.width >= 60 {
      title =
        "3 Payload " + DisplayText(String(Character(settings.glyphs.light.vertical))) + " 4 Live"
    }
    let footer: DisplayText =
      pane == .live && livePane.newCount > 0
      ? settings.glyphs.newBelow
        + DisplayText(" \(CountText.grouped(livePane.newCount)) new below: G to resume") : ""
    return PaneFrame(
      title: title, detail: detail(of: pane), footer: footer, isFocused: pane == focus)
  }

  private func detail(of pane: Pane) -> DisplayText {
    switch pane {
    case .streams:
      let count = CountText.grouped(catalog.streamCount)
      if streamsPane.filter != nil {
        let shown = CountText.grouped(streamsPane.nodes.count - 1)
        return DisplayText("\(shown)\(isZoomed || size.width >= 120 ? " of " : "/")\(count)")
      }
      return DisplayText(size.width >= 120 ? "\(count) of \(count)" : count)
    case .events:
      guard let filter = eventsPane.filter else { return range(of: eventsPane.viewport) }
      let hidden = eventsPane.allRows.count - eventsPane.rows.count
      return range(of: eventsPane.viewport)
        + DisplayText(
          filter.scan.isComplete
            ? ", \(CountText.grouped(hidden)) hidden"
            : ", \(filter.scan.percent) % looked at" + (filter.scan.isStopped ? "" : "…"))
    case .payload:
      if isZoomed, focus == .payload { return "zoomed" }
      guard let document = payloadPane.document, document.lineCount > 0 else { return "" }
      return DisplayText("line \(document.cursor + 1) of \(document.lineCount)")
    case .live:
      guard isZoomed else { return StatusText(model: self).liveState(withRate: false) }
      return StatusText(model: self).liveDetail
    case .replay: return ""
    }
  }

  private func range(of viewport: ListViewport) -> DisplayText {
    let count = CountText.grouped(viewport.count)
    guard viewport.count > viewport.height else { return DisplayText("\(count) of \(count)") }
    let shown = viewport.visible
    return DisplayText(
      CountText.grouped(shown.lowerBound + 1) + settings.glyphs.rangeDash.description
        + CountText.grouped(shown.upperBound) + " of " + count)
  }
}
