internal import TerminalUI

/// Where the panes are on a screen of some size.
struct MainLayout {
  let areas: [Pane: Rect]
  /// Where the counts by type are, beside a live feed that has the screen for itself.
  private(set) var typeCounts: Rect?
  /// Whether payload and live share one area.
  let sharesLower: Bool

  static func isTooSmall(_ size: Size) -> Bool { size.width < 40 || size.height < 10 }

  /// Four panes from 120 columns on, three from 60, else one.
  init(size: Size, focus: Pane, lower: Pane, isZoomed: Bool) {
    let body = Rect(x: 0, y: 1, width: size.width, height: size.height - 3)
    sharesLower = size.width < 120
    if isZoomed, focus == .live, !sharesLower {
      let (live, right) = body.split(left: body.width * 88 / 140)
      let (payload, counts) = right.split(top: right.height * 4 / 7)
      areas = [.live: live, .payload: payload]
      typeCounts = counts
      return
    }
    if isZoomed || size.width < 60 {
      areas = [focus: body]
      return
    }
    let (streams, rest) = body.split(left: MainLayout.streamsColumns(size.width))
    let rows = sharesLower ? rest.height * 4 / 7 : rest.height / 2
    let (events, bottom) = rest.split(top: max(4, rows))
    if sharesLower {
      areas = [.streams: streams, .events: events, lower: bottom]
    } else {
      let (payload, live) = bottom.split(left: bottom.width * 11 / 18)
      areas = [.streams: streams, .events: events, .payload: payload, .live: live]
    }
  }

  /// 24 of 80 columns, 32 of 140.
  private static func streamsColumns(_ width: Int) -> Int {
    max(20, min(40, 24 + (width - 80) * 8 / 60))
  }
}
