internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  mutating func chooseReplayCopy() {
    guard let view = replay, let step = view.step?.step else { return }
    var items: [ChoiceScreen.Item] = []
    func add(_ key: Unicode.Scalar, _ what: String, _ detail: String, _ bytes: [UInt8]) {
      items.append(
        ChoiceScreen.Item(
          key: key, text: DisplayText("\(what)  \(detail)").truncated(to: 48),
          action: .copy(what: what, bytes)))
    }
    if let value = view.state.value {
      add("y", "value", "\(value)", Array((value.string ?? value.description).utf8))
    }
    if let path = view.state.path { add("p", "path", path, Array(path.utf8)) }
    add("s", "state", "as JSON", JSONWriter.bytes(of: step.state))
    add("e", "step", "as a JSON line", JSONWriter.bytes(of: step.line))
    add("i", "id", "\(step.event.id)", Array(step.event.id.description.utf8))
    if let pin = view.pin { add("h", "history", "of \(pin.text)", historyLines(pin, view)) }
    choice = ChoiceScreen(title: "Copy", items: items)
  }

  mutating func chooseReplayExport() {
    guard let view = replay else { return }
    let version = view.entry?.version ?? 0
    let items = ReplayLine.Part.allCases.filter { $0 != .history || view.pin != nil }.map { part in
      let name = part == .state ? "\(view.stream)-\(version).json" : "\(view.stream).jsonl"
      return ChoiceScreen.Item(
        key: part == .state ? "s" : part == .step ? "e" : "h",
        text: DisplayText("\(part.rawValue)  \(part == .state ? "as JSON" : "as JSON lines")"),
        action: .prompt("export-\(part.rawValue) \(name)"))
    }
    choice = ChoiceScreen(title: "Export", items: items)
  }

  mutating func exportFromReplay(
    _ part: ReplayLine.Part, to path: String
  ) -> [BrowserEffect] {
    guard let view = replay, let step = view.step?.step else { return noReplay() }
    var bytes: [UInt8]
    switch part {
    case .state: bytes = JSONWriter.bytes(of: step.state) + [0x0A]
    case .step: bytes = JSONWriter.bytes(of: step.line) + [0x0A]
    case .history:
      guard let pin = view.pin else {
        note = "Nothing is pinned: p pins the chosen field."
        return []
      }
      bytes = historyLines(pin, view)
    }
    return [.save(bytes, what: part.rawValue, path: path)]
  }

  /// The changes of a pinned field, as `livenstore blame --json` prints them.
  private func historyLines(_ pin: ReplayFinding, _ view: ReplayView) -> [UInt8] {
    pin.hits.reduce(into: []) { bytes, hit in
      let entry = view.entries[hit.place - 1]
      let head = StepHead.members(
        version: entry.version, id: entry.id, type: type(of: entry) ?? "")
      JSONWriter.append(
        .object(
          head + [
            JSONMember(name: "old", value: hit.old ?? .null),
            JSONMember(name: "new", value: hit.new ?? .null),
          ]), to: &bytes)
      bytes.append(0x0A)
    }
  }
}
