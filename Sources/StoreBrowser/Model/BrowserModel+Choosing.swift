internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func takeInChoice(_ key: Key) -> [BrowserEffect] {
    if let item = choice?.item(for: key) { return choose(item) }
    switch settings.keymap.command(for: key, in: .events) {
    case .back, .close, .stop: choice = nil
    case .quit: return [.quit]
    case .commandLine: prompt(.command)
    case .open:
      guard let choice, choice.items.indices.contains(choice.viewport.cursor) else { return [] }
      return choose(choice.items[choice.viewport.cursor])
    case let command?: choice?.viewport.runIfMoving(command)
    case nil: break
    }
    return []
  }

  private mutating func choose(_ item: ChoiceScreen.Item) -> [BrowserEffect] {
    choice = nil
    switch item.action {
    case .openStream(let name):
      let id = chosenID
      showStream(name)
      if let id { _ = eventsPane.choose(id, catalog, isNewestFirst: settings.isNewestFirst) }
      return []
    case .replayStream(let name): return openReplay(of: name)
    case .prompt(let text):
      prompt(.command, text: text)
      return []
    case .copy(let what, let bytes): return copy(what, bytes)
    }
  }

  /// Offers the streams that hold the chosen event, with its number in each.
  mutating func chooseStream() {
    guard let id = chosenID, let row = catalog.row(of: id) else { return }
    let names = catalog.streams(of: row)
    guard !names.isEmpty else {
      note = "This event is in no stream."
      return
    }
    let items = names.map { name in
      let number = catalog.version(of: row, in: name).map(CountText.grouped) ?? "?"
      let total = CountText.grouped(catalog.stream(named: name)?.version ?? 0)
      return ChoiceScreen.Item(
        key: nil, text: DisplayText("\(name)  no. \(number) of \(total)"), action: .openStream(name)
      )
    }
    choice = ChoiceScreen(title: "Streams of this event", items: items)
  }
}

extension BrowserModel {
  /// The most bytes that terminals take for the clipboard, in base 64.
  static let clipboardLimitBytes = 74_994

  /// Offers what can be copied of the chosen event.
  mutating func chooseCopy() {
    guard let id = chosenID, let row = catalog.row(of: id) else { return }
    let home = self.home(of: row).stream
    var parts: [(Unicode.Scalar, String, String)] = [("i", "id", id.description)]
    if let type = catalog.type(at: row) { parts.append(("t", "type", type.name)) }
    if !home.isEmpty { parts.append(("s", "stream", home)) }
    parts.append(("f", "file", "events/\(id).json"))
    var items = parts.map { key, what, text in
      ChoiceScreen.Item(
        key: key, text: DisplayText("\(what)  ") + DisplayText(text).truncated(to: 40),
        action: .copy(what: what, Array(text.utf8)))
    }
    items.insert(contentsOf: payloadItems(id, row), at: 0)
    choice = ChoiceScreen(title: "Copy", items: items)
  }

  private func payloadItems(_ id: EventID, _ row: Int) -> [ChoiceScreen.Item] {
    guard payloadPane.id == id, let event = payloadPane.record?.event else { return [] }
    let line = EventJSON.value(event, streams: catalog.streams(of: row))
    var items = [
      ChoiceScreen.Item(
        key: "e", text: "event  as a JSON line",
        action: .copy(what: "event", JSONWriter.bytes(of: line)))
    ]
    guard let document = payloadPane.document else { return items }
    items.append(
      ChoiceScreen.Item(
        key: "v", text: "payload  all of it", action: .copy(what: "payload", event.payload)))
    guard !document.path.isEmpty, document.path != "." else { return items }
    items.append(
      ChoiceScreen.Item(
        key: "p", text: DisplayText("path  \(document.path)"),
        action: .copy(what: "path", Array(document.path.utf8))))
    if let value = StatePath(document.path).flatMap({ path in
      (try? JSONParser.parse(event.payload)).flatMap { path.value(in: $0) }
    }) {
      items.insert(
        ChoiceScreen.Item(
          key: "y", text: DisplayText("value  \(value)").truncated(to: 48),
          action: .copy(what: "value", Array((value.string ?? value.description).utf8))), at: 0)
    }
    return items
  }

  private mutating func copy(_ what: String, _ bytes: [UInt8]) -> [BrowserEffect] {
    let encoded = (bytes.count + 2) / 3 * 4
    guard encoded <= BrowserModel.clipboardLimitBytes else {
      note =
        "Not copied: \(CountText.bytes(encoded)) is over the "
        + "\(CountText.bytes(BrowserModel.clipboardLimitBytes)) OSC 52 limit. x exports it."
      return []
    }
    let count = String(decoding: bytes, as: UTF8.self).count
    let way = settings.isInTmux ? "OSC 52; tmux needs set-clipboard on" : "OSC 52"
    note = "Copied \(what), \(CountText.counted(count, "character")) (\(way))."
    return [.copy(bytes)]
  }
}

extension BrowserModel {
  /// Has a copy of the chosen event shown by another program.
  mutating func showCopy() -> [BrowserEffect] {
    guard let id = chosenID else {
      note = "There is no event to open."
      return []
    }
    let streams = catalog.row(of: id).map { catalog.streams(of: $0) } ?? []
    return [.showCopy(id, streams: streams)]
  }

  mutating func toggleMark() {
    guard let id = eventsPane.chosenID else { return }
    if marks.remove(id) == nil { marks.insert(id) }
    note = CountText.counted(marks.count, "mark") + ": u and U go through them, X exports them."
  }

  mutating func goToMark(isForward: Bool) {
    let isUp = isForward == settings.isNewestFirst
    let sorted = marks.sorted()
    guard let place = sorted.place(beside: eventsPane.chosenID, isForward: !isUp) else {
      note = "Nothing is marked: m marks an event."
      return
    }
    leavePlace()
    goTo(sorted[place])
  }
}
