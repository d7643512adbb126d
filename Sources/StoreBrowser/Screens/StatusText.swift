internal import LivenStore
internal import TerminalUI

/// The rows around the panes: where I am, what is chosen, which keys there are.
struct StatusText {
  let model: BrowserModel

  var breadcrumb: (left: DisplayText, right: DisplayText) {
    let arrow = " " + model.settings.glyphs.breadcrumb + " "
    var left = " " + DisplayText(model.title)
    if let moment = model.present?.label { left += arrow + DisplayText("as of " + moment) }
    if let replay {
      left += arrow + replay.place
    } else if model.isZoomed, model.focus == .live {
      left += arrow + "live"
    } else {
      left += arrow + DisplayText(model.eventsPane.scope.label)
      if let filter = model.eventsPane.filter { left += DisplayText(" & " + filter.text) }
    }
    if model.isZoomed, model.focus == .payload, let chosen = chosenEvent {
      left += arrow + DisplayText(chosen)
      if let path = model.payloadPane.document?.path, path != "." {
        left += arrow + DisplayText(String(path.drop { $0 == "." }))
      }
    }
    if let help = model.help { left += arrow + DisplayText("help for \(help.pane.title)") }
    // Where one is matters more than how much there is, but not than that the rest is still read.
    let fits = left.width + facts.width + state.width + 2 <= model.size.width
    return (left, fits || !model.catalog.isLoaded ? facts + state : state)
  }

  private var replay: ReplayStatus? {
    model.replay.map { ReplayStatus(model: model, view: $0) }
  }

  private var chosenEvent: String? {
    guard let id = model.payloadPane.id, let row = model.catalog.row(of: id) else { return nil }
    let number = model.home(of: row).version
    return number + (number.isEmpty ? "" : " ") + (model.catalog.type(at: row)?.name ?? "")
  }

  /// `7 of 8`: the number of the event that is shown, in its stream.
  private var chosenPlace: String? {
    model.payloadPane.id.flatMap { model.catalog.row(of: $0) }
      .flatMap { model.placeText(of: $0) }.map { String($0.text.dropFirst(4)) }
  }

  /// What is counted at the right of the breadcrumb.
  private var facts: DisplayText {
    if let help = model.help { return DisplayText("\(help.keyCount) keys") }
    if model.replay != nil { return "" }
    if model.isZoomed, model.focus == .live { return "" }
    if model.isZoomed, model.focus == .payload, let place = chosenPlace {
      return DisplayText(place + "  ")
    }
    let catalog = model.catalog
    let events =
      CountText.counted(catalog.eventCount, "event")
      + (catalog.isLoaded || catalog.isCounted ? "" : " so far…")
    if model.present != nil { return DisplayText(events + "  ") }
    let streams = CountText.counted(catalog.streamCount, "stream")
    return DisplayText(events + "  " + streams + "  " + typeProgress)
  }

  /// How many of the events' types are read, while they are.
  private var typeProgress: String {
    let catalog = model.catalog
    guard !catalog.isLoaded, catalog.isCounted, catalog.typedCount < catalog.count else {
      return ""
    }
    return "types \(catalog.typedCount * 100 / catalog.count) %  "
  }

  /// Behind them: whether what arrives is shown, and how fast it comes.
  var state: DisplayText {
    if model.help != nil { return "" }
    if let replay { return replay.right }
    if model.present != nil {
      return DisplayText("\(CountText.grouped(model.laterCount)) later, Esc is now")
    }
    if model.isGone { return "folder gone" }
    let live = model.livePane
    if !live.isFollowing || model.isZoomed && model.focus == .live { return liveState() }
    let state = model.settings.glyphs.live + " live"
    if model.isZoomed, model.focus == .payload, chosenPlace != nil { return state }
    let rate = live.rate(atMilliseconds: model.nowMilliseconds)
    return state + (rate > 0 ? DisplayText(", \(CountText.grouped(rate)) a second") : "")
  }

  var status: (left: DisplayText, right: DisplayText) {
    let (left, right) = statusWithoutNumber
    // As vim shows what was typed of a command; a pane's number shows in the pane.
    let isPane = model.replay == nil && model.pendingCount.pane != nil
    let digits = isPane ? "" : model.pendingCount.digits
    return (left, right + DisplayText(digits.isEmpty ? "" : "  " + digits))
  }

  private var statusWithoutNumber: (left: DisplayText, right: DisplayText) {
    if let note = model.note { return (DisplayText(" " + note), "") }
    if model.help != nil { return (" Type / to search this help; Enter runs the line", "") }
    if let replay { return replay.status }
    if let text = model.verificationText { return (DisplayText(" " + text), "") }
    let name = " \(model.focus.rawValue) \(model.focus.title)  "
    switch model.focus {
    case .streams:
      let filter = model.streamsPane.filter.map { DisplayText("   & " + $0) } ?? ""
      return (
        DisplayText(name) + position(model.streamsPane.viewport) + filter,
        DisplayText(model.settings.timeFormat.label)
      )
    case .events where model.chosenProblem != nil:
      let message = model.chosenProblem?.message ?? ""
      return (
        DisplayText(name) + eventsPosition + DisplayText("  " + message), ""
      )
    case .events:
      let order = model.settings.isNewestFirst ? "newest first" : "oldest first"
      if model.search != nil, model.size.width < 100 {
        // A search that runs has more to tell than the row.
        let row = model.search?.scan.isDone == true ? eventsPosition : ""
        return (DisplayText(name) + row + searchText, "")
      }
      return (
        DisplayText(name) + eventsPosition + searchText,
        DisplayText(
          order + "  " + model.settings.timeFormat.label
            + (model.size.width >= 120 ? "  " + model.settings.themeLabel : ""))
      )
    case .payload: return payloadStatus
    case .live: return (DisplayText(name) + livePosition, DisplayText(watchText))
    case .replay: return ("", "")
    }
  }

  /// How far a search is, or which of how many matches is chosen.
  private var searchText: DisplayText {
    guard let search = model.search else { return "" }
    let hits = search.scan.hits
    let found = CountText.grouped(hits.count)
    guard search.scan.isDone else {
      return DisplayText(
        "   /\(search.pattern.text)  searched \(CountText.grouped(search.scan.doneCount)) of "
          + "\(CountText.grouped(search.scan.totalCount)), \(found) found  ^C stops")
    }
    let matches =
      CountText.counted(hits.count, "match", plural: "matches")
      + (search.scan.isComplete ? "" : " in \(search.scan.percent) %, stopped")
    let chosen = model.eventsPane.chosenID.flatMap { model.catalog.row(of: $0) }
    let place = chosen.map { search.scan.place(of: UInt32($0), model.catalog) }
    guard let place, hits.indices.contains(place), chosen == Int(hits[place]) else {
      return DisplayText("   /\(search.pattern.text)  \(matches)")
    }
    let number = CountText.grouped(place + 1)
    return DisplayText("   /\(search.pattern.text)  \(number) of \(matches)")
  }

  private var payloadStatus: (left: DisplayText, right: DisplayText) {
    guard let document = model.payloadPane.document else { return (" 3 Payload", "") }
    let path = document.path.isEmpty ? "" : document.path + "   "
    let wrap = model.payloadPane.isWrapping ? "wrap on" : "wrap off"
    return (
      DisplayText(" " + path + document.kindText),
      DisplayText("line \(document.cursor + 1) of \(document.lineCount)  \(wrap)")
    )
  }

  private var eventsPosition: DisplayText {
    let viewport = model.eventsPane.viewport
    guard model.catalog.count < model.catalog.eventCount else {
      let isMarked = model.eventsPane.chosenID.map(model.marks.contains) ?? false
      return position(viewport) + (isMarked ? "  marked" : "")
    }
    let rows = CountText.counted(viewport.count, "row")
    return DisplayText("the newest \(rows), reading the rest…")
  }

  private func position(_ viewport: ListViewport) -> DisplayText {
    guard viewport.count > 0 else { return "no rows" }
    let row = viewport.cursor + 1
    return DisplayText(
      "row \(CountText.grouped(row)) of \(CountText.grouped(viewport.count))  "
        + "\(row * 100 / viewport.count)%")
  }

  /// What keys do while a prompt is open.
  private func promptHints(_ kind: CommandPrompt.Kind) -> DisplayText {
    switch kind {
    case .command: " Enter run  Tab complete  \u{2191} earlier"
    case .search: " Enter search  \u{2191} earlier   a regular expression, such as paid|held"
    case .filter where model.focus == .streams:
      " Enter show  \u{2191} earlier   a part of a stream's name"
    case .filter: " Enter show  \u{2191} earlier   such as type=Order* and .total>50"
    }
  }

  var hints: (left: DisplayText, right: DisplayText) {
    if let prompt = model.commandLine { return (promptHints(prompt.kind), "Esc cancel") }
    if model.help != nil {
      return (" Enter run  / search  j/k move  Tab help of the next pane", "Esc close")
    }
    if model.choice != nil { return (" Enter or its key takes a line  j/k move", "Esc close") }
    if let replay { return replay.hints }
    let isWide = model.size.width >= 120
    switch model.focus {
    case .streams:
      return (" Enter open  / search  & filter  h/l fold  Tab pane  z zoom  : command", "? help")
    case .events:
      let more = "  s streams  o order  y copy  x export  m mark  F follow"
      return (
        " Enter open  / search  & filter  r replay" + (isWide ? DisplayText(more) : "")
          + "  Tab pane  z zoom  : command", "? help"
      )
    case .payload:
      return (PayloadHints(pane: model.payloadPane, isWide: isWide).text, "? help")
    case .live:
      return model.livePane.isFollowing
        ? (" Space pause  k pauses too  & filter  Enter open  c clear", "? help")
        : (" G resume  Space resume  j/k read  & filter  Enter open  c clear", "? help")
    case .replay: return ("", "")
    }
  }
}
