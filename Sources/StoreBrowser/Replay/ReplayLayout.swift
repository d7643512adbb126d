internal import TerminalUI

/// Where the parts of a replay are on a screen of some size.
struct ReplayLayout {
  let areas: [ReplayView.Part: Rect]
  /// The parts that the focus goes through.
  let parts: [ReplayView.Part]

  /// The track, and the changes of the pinned field below it.
  static let headRows = 2

  init(size: Size, focus: ReplayView.Part, isZoomed: Bool, hasHistory: Bool) {
    let body = Rect(
      x: 0, y: 1 + ReplayLayout.headRows, width: size.width,
      height: size.height - 3 - ReplayLayout.headRows)
    let isWide = size.width >= 120
    let all: [ReplayView.Part] = isWide ? [.events, .payload, .state] : [.events, .state]
    parts = all + (hasHistory && isWide ? [.history] : [])
    if isZoomed || size.width < 60 {
      areas = [focus: body]
      return
    }
    guard isWide else {
      let (events, state) = body.split(left: max(28, body.width * 17 / 40))
      areas = [.events: events, .state: state]
      return
    }
    let (left, right) = body.split(left: min(60, body.width * 46 / 140))
    let (events, payload) = left.split(top: left.height * 4 / 7)
    guard hasHistory else {
      areas = [.events: events, .payload: payload, .state: right]
      return
    }
    let (state, history) = right.split(top: right.height * 2 / 3)
    areas = [.events: events, .payload: payload, .state: state, .history: history]
  }

  /// The rows within a part's border.
  func rows(_ part: ReplayView.Part) -> Int { max(1, (areas[part]?.height ?? 3) - 2) }

  /// The columns within a part's border.
  func columns(_ part: ReplayView.Part) -> Int { max(1, (areas[part]?.width ?? 3) - 2) }

  /// Behind the line of the event's id.
  var payloadRows: Int { max(1, rows(.payload) - 1) }
}
