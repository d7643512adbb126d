internal import LivenStore
internal import TerminalUI

extension StatusText {
  private var live: LivePane { model.livePane }

  private func clock(_ milliseconds: Int64) -> String {
    let offset = model.settings.offset(at: milliseconds)
    return TimestampText.seconds(milliseconds, offsetMinutes: offset)
  }

  /// Whether the feed follows, and how much is new.
  func liveState(withRate: Bool = true) -> DisplayText {
    let glyphs = model.settings.glyphs
    guard live.isFollowing else {
      let new = live.newCount
      let time = withRate ? live.pausedMilliseconds.map { " at " + clock($0) } ?? "" : ""
      return glyphs.pause + DisplayText(" paused" + time)
        + (new > 0 ? "  " + glyphs.newBelow + DisplayText(" \(CountText.grouped(new)) new") : "")
    }
    let rate = live.rate(atMilliseconds: model.nowMilliseconds)
    return glyphs.live + " following"
      + (rate > 0 && withRate ? DisplayText("  \(CountText.grouped(rate)) a second") : "")
  }

  /// Since when it runs and how much has come, for the frame.
  var liveDetail: DisplayText {
    let count =
      live.filter == nil
      ? CountText.counted(live.count, "event")
      : "\(CountText.grouped(live.lineCount)) of \(CountText.counted(live.count, "event"))"
    return DisplayText("since \(clock(live.startMilliseconds))  \(count)")
  }

  var livePosition: DisplayText {
    let filter = live.filter.map { "   & \($0.text)" } ?? "   all types"
    guard live.isFollowing else {
      let (row, count) = (live.viewport.cursor + 1, live.lineCount)
      return DisplayText("row \(row) of \(count)   \(live.newCount) new since you paused\(filter)")
    }
    guard let last = live.lastMilliseconds else {
      return DisplayText("no event since \(clock(live.startMilliseconds))\(filter)")
    }
    let age = model.nowMilliseconds - last
    let text = age < StatusText.ageLimitMilliseconds ? TimestampText.ago(age) : "at \(clock(last))"
    return DisplayText("last event \(text)\(filter)")
  }

  private static let ageLimitMilliseconds: Int64 = 60_000

  /// Whether an age is shown that grows; an old one is told as a time, so that an idle screen rests.
  var tellsAge: Bool {
    guard model.focus == .live, live.isFollowing, let last = live.lastMilliseconds else {
      return false
    }
    return model.nowMilliseconds - last < StatusText.ageLimitMilliseconds
  }

  var watchText: String {
    switch model.watchMode {
    case .notification?: "inotify  \(CountText.grouped(live.missedCount)) missed"
    case .polling(let reason)?: "\(reason), looking once a second instead"
    case nil: "starting"
    }
  }
}
