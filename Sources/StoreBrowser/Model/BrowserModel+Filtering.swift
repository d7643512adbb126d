internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Narrows the list to the events of which a condition holds; an empty one shows all again.
  mutating func filter(_ text: String) -> [BrowserEffect] {
    guard !text.isEmpty else {
      _ = endFilter()
      return []
    }
    if focus == .streams {
      filterStreams(text)
      return []
    }
    return filterEvents(text, isLive: focus == .live)
  }

  /// Narrows the tree, and shows the first stream if the one that was chosen is not in it.
  private mutating func filterStreams(_ text: String) {
    let kept = streamsPane.chosen.scope
    streamsPane.filter = text
    streamsPane.layOut(catalog, preview: streamPreview)
    guard streamsPane.nodes.count > 1 else {
      note = "No stream's name holds '\(text)'. Esc shows all."
      return
    }
    guard streamsPane.chosen.scope != kept else { return }
    streamsPane.viewport.go(to: 1)
    showNode()
  }

  /// What a filter can ask for; of the payload that shows its fields.
  var filterSubjects: [String] {
    let payload = payloadPane.record?.event?.payload ?? []
    var fields: [String] = []
    if case .object(let members)? = try? JSONParser.parse(payload) { fields = members.map(\.name) }
    return ["type=", "stream=", "id=", "time>=", "version>="] + fields.map { ".\($0)" }
      + ["and ", "or ", "not "]
  }

  /// What the pane that has the focus is narrowed to; empty if it is not.
  var currentFilter: String {
    switch focus {
    case .streams: streamsPane.filter ?? ""
    case .live: livePane.filter?.text ?? ""
    case .events, .payload, .replay: eventsPane.filter?.text ?? ""
    }
  }

  mutating func filterEvents(_ text: String, isLive: Bool) -> [BrowserEffect] {
    let expression: EventExpression
    do {
      expression = try EventExpression(text, offsetMinutes: settings.offset)
    } catch {
      note = "& \(text): \(error.reason) (column \(error.column))"
      return []
    }
    let count = isLive ? livePane.count : eventsPane.allRows.count
    scanCount += 1
    // The newest come first.
    let filter = EventFilter(
      text: text,
      scan: EventScan(
        number: scanCount, condition: .expression(expression), text: text, from: count - 1,
        step: -1, of: count))
    if isLive {
      livePane.show(only: filter)
    } else {
      eventsPane.setFilter(filter, catalog, isNewestFirst: settings.isNewestFirst)
    }
    return nextScans()
  }

  /// Shows all again in the pane that has the focus, or else in another; false if none was filtered.
  mutating func endFilter() -> Bool {
    for pane in [focus] + Pane.allCases where endFilter(of: pane) { return true }
    return false
  }

  /// Shows all again in a pane; false if it was not filtered.
  mutating func endFilter(of pane: Pane) -> Bool {
    switch pane {
    case .streams where streamsPane.filter != nil:
      let kept = streamsPane.chosen.scope
      streamsPane.filter = nil
      streamsPane.layOut(catalog, preview: streamPreview)
      if case .stream(let name)? = kept {
        streamsPane.choose(name, catalog, preview: streamPreview)
      }
    case .events where eventsPane.filter != nil:
      eventsPane.setFilter(nil, catalog, isNewestFirst: settings.isNewestFirst)
    case .live where livePane.filter != nil: livePane.show(only: nil)
    default: return false
    }
    return true
  }
}
