internal import LivenStore
internal import TerminalUI

extension BrowserModel {
  /// Asks for a file for what is listed, or for the marked events if there are any.
  mutating func chooseExport() {
    guard !marks.isEmpty else { return prompt(.command, text: "export events.jsonl") }
    let marked = CountText.counted(marks.count, "marked event")
    let shown = CountText.counted(exported(.shown).count, "event")
    choice = ChoiceScreen(
      title: "Export",
      items: [
        ChoiceScreen.Item(
          key: "m", text: DisplayText("marks  \(marked)"),
          action: .prompt("export-marks marks.jsonl")),
        ChoiceScreen.Item(
          key: "a", text: DisplayText("all shown  \(shown)"), action: .prompt("export events.jsonl")
        ),
      ])
  }

  /// Writes events into a file.
  mutating func export(_ what: CommandLine.Exported, to path: String) -> [BrowserEffect] {
    let rows = exported(what)
    guard !rows.isEmpty else {
      note =
        what == .marks
        ? "Nothing is marked: m marks an event." : "There is no event to export."
      return []
    }
    note = "Exporting \(CountText.counted(rows.count, "event")) to \(path)…"
    let candidates = rows.map { row in
      ScanRequest.Candidate(
        row: row, id: catalog.id(at: Int(row)), type: nil, streams: catalog.streams(of: Int(row)))
    }
    return [.export(candidates, path: path)]
  }

  private func exported(_ what: CommandLine.Exported) -> [UInt32] {
    switch what {
    case .event: chosenID.flatMap { catalog.row(of: $0) }.map { [UInt32($0)] } ?? []
    case .marks: marks.sorted().compactMap { catalog.row(of: $0) }.map { UInt32($0) }
    case .shown where replay != nil:
      replay.flatMap { catalog.stream(named: $0.stream)?.rows } ?? []
    case .shown: focus == .live ? livePane.rows : eventsPane.rows
    }
  }
}
