internal import LivenStore
internal import TerminalUI

/// The rows around a replay: what is replayed, where it stands, which keys there are.
struct ReplayStatus {
  let model: BrowserModel
  let view: ReplayView

  private var isWide: Bool { model.size.width >= 120 }

  /// What stands behind the store's name in the breadcrumb.
  var place: DisplayText {
    let arrow = " " + model.settings.glyphs.breadcrumb + " "
    let edits = [(view.edits.draftCount, "draft"), (view.edits.ignored.count, "ignored")]
      .filter { $0.0 > 0 }.map { count, what in
        what == "draft" ? CountText.counted(count, what) : "\(CountText.grouped(count)) \(what)"
      }
    let text = "\(view.stream)" + (edits.isEmpty ? "" : " with " + edits.joined(separator: ", "))
    return DisplayText(text) + arrow + DisplayText(view.source.label)
  }

  var right: DisplayText {
    let glyphs = model.settings.glyphs
    let state: DisplayText =
      view.player.isPlaying ? glyphs.cursor + " playing" : glyphs.pause + " paused"
    return DisplayText("event \(model.placeText(view))  ") + state
      + (isWide ? DisplayText("  " + view.player.speed.label) : "")
  }

  var status: (left: DisplayText, right: DisplayText) {
    let speed: DisplayText = isWide ? "" : DisplayText(view.player.speed.label)
    if view.isWaiting, view.reach < view.entries.count || view.step?.place != view.place {
      return (
        DisplayText(
          " replayed \(CountText.grouped(view.reach)) of "
            + "\(CountText.counted(view.entries.count, "event"))  ^C stops"), speed
      )
    }
    if let notice = view.notice { return (DisplayText(" \(head)\(notice)"), isWide ? memory : "") }
    return (DisplayText(" \(head)\(changes)\(finding)"), isWide ? memory : speed)
  }

  /// `7 of 8  OrderShipped`.
  private var head: String {
    guard let entry = view.entry else { return "" }
    let place = model.placeText(view) + "  "
    guard view.notice == nil else { return place }
    let type = model.type(of: entry)?.name ?? "…"
    return place + (entry.isDraft ? "draft \(type), stored nowhere" : type) + since
  }

  private var since: String {
    guard isWide, let entry = view.entry, let elapsed = view.elapsed(at: view.place - 1) else {
      return ""
    }
    return "  \(elapsed) after \(CountText.grouped(entry.version - 1))"
  }

  private var changes: String {
    let changes = view.state.changes
    let counts = [
      ("~", "changed", changes.count { $0.old != nil && $0.new != nil }),
      ("+", "added", changes.count { $0.old == nil }),
      ("-", "removed", changes.count { $0.new == nil }),
    ].filter { $0.2 > 0 }
    let words = counts.map { mark, word, count in
      isWide ? "\(mark)\(count) \(word)" : "\(mark)\(count)"
    }
    return words.isEmpty ? "   no change" : "   " + words.joined(separator: isWide ? "  " : " ")
  }

  /// The pinned field and where it changes, or what is searched for.
  private var finding: String {
    if let pin = view.pin {
      let pinText = "   \(model.settings.glyphs.pin) \(pin.text)"
      guard pin.isDone(view.entries.count) else {
        return pinText + "  looked through \(CountText.grouped(pin.place))  ^C stops"
      }
      if model.replayLayout.areas[.history] != nil { return "" }
      guard !pin.hits.isEmpty else { return pinText + " never changes" }
      return pinText + " changes at " + places(pin.hits, columns: model.size.width - 50)
    }
    guard let search = view.search else { return "" }
    guard search.isDone(view.entries.count) else {
      return "   /\(search.text)  searched \(CountText.grouped(search.place))  ^C stops"
    }
    let matches = CountText.counted(search.hits.count, "match", plural: "matches")
    guard let number = search.hits.firstIndex(where: { $0.place == view.place }) else {
      return "   /\(search.text)  \(matches)"
    }
    return "   /\(search.text)  \(CountText.grouped(number + 1)) of \(matches)"
  }

  /// As many places as fit, those around here.
  private func places(_ hits: [ReplayHit], columns: Int) -> String {
    guard hits.count * 2 <= columns else { return CountText.counted(hits.count, "event") }
    let numbers = hits.map { hit -> String in
      let entry = view.entries[hit.place - 1]
      return entry.isDraft ? "the draft" : "\(entry.version)"
    }
    let all = numbers.joined(separator: " ")
    guard all.count > columns else { return all }
    return CountText.counted(hits.count, "event")
  }

  private var memory: DisplayText {
    guard case .reducer = view.source else {
      return DisplayText(
        "snapshot every 100 events, \(CountText.counted(view.reach, "event")) replayed")
    }
    return DisplayText("\(CountText.counted(view.reach, "event")) replayed")
  }

  var hints: (left: DisplayText, right: DisplayText) {
    if model.size.width >= 120 {
      return (
        " ←/→ step  H/L 10  g/G ends  37G go to  Space play  +/- speed  p pin field  "
          + "n/N next change  d diff only  y copy  x export  Esc back", "? help"
      )
    }
    return (
      " ←/→ step  H/L 10  g/G ends  Space play  p pin  n/N next change  d diff", "? help"
    )
  }
}

extension ReplayView {
  /// Why the event here is not applied.
  var notice: String? {
    guard let (place, step) = step, place == self.place, let error = step.error else { return nil }
    let version = place > 1 ? "\(entries[place - 2].version)" : "0"
    var reason = ReplayDesk.sentence(error)
    if reason.last == "." { reason.removeLast() }
    // An event that could not be read has no type.
    let subject = step.event.type.name.isEmpty ? "" : "\(step.event.type): "
    return "\(subject)\(reason), state as after \(version)."
  }
}
