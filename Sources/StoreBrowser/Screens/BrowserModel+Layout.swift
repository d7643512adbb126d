internal import LivenStore
package import TerminalUI

extension BrowserModel {
  var layout: MainLayout {
    MainLayout(size: size, focus: focus, lower: lowerPane, isZoomed: isZoomed)
  }

  /// The parts of the screen that the panes have; none where it is too small for one.
  package var areas: [Rect] {
    guard !MainLayout.isTooSmall(size) else { return [] }
    return layout.areas.values + (layout.typeCounts.map { [$0] } ?? [])
  }

  /// Tells each list how many rows it has.
  mutating func layOut() {
    guard !MainLayout.isTooSmall(size) else { return }
    let layout = layout
    func height(_ pane: Pane) -> Int { max(1, (layout.areas[pane]?.height ?? 3) - 2) }
    streamsPane.viewport.setHeight(height(.streams))
    eventsPane.viewport.setHeight(max(1, height(.events) - eventsHeadingRows))
    livePane.setHeight(height(.live))
    help?.viewport.setHeight(size.height - 5)
    payloadPane.settle(height: payloadHeight, columns: payloadColumns, settings.glyphs)
    layOutReplay()
  }

  /// Where a list that is offered stands.
  var choiceArea: Rect? {
    let area = replay.map { replayLayout.areas[$0.focus] } ?? layout.areas[focus]
    return choice?.area(
      over: area ?? Rect(x: 0, y: 1, width: size.width, height: 3), on: size)
  }

  /// 1 where the events list is wide enough for a heading.
  var eventsHeadingRows: Int {
    let columns = (layout.areas[.events]?.width ?? 2) - 2
    return columns >= EventsPane.wideColumns && eventsPane.scope != .problems ? 1 : 0
  }

  /// How wide the payload is within its border.
  var payloadColumns: Int { max(1, (layout.areas[.payload]?.width ?? 3) - 2) }

  /// How many lines of the payload show.
  var payloadHeight: Int {
    guard let area = layout.areas[.payload] else { return 1 }
    return max(1, area.height - 2 - payloadPane.headerHeight(self, columns: area.width - 2))
  }

  /// The stream that an event is at home in, and its number there; the first with a `-` counts as home.
  func home(of row: Int) -> (stream: String, version: String) {
    let streams = catalog.streams(of: row)
    let home = streams.first { $0.category != $0.description } ?? streams.first
    guard let home, let version = catalog.version(of: row, in: home) else { return ("", "") }
    return (home.description, CountText.grouped(version))
  }

  /// `no. 7 of 8` in the stream that is shown, or at home; and of which stream, if that does not show.
  func placeText(of row: Int) -> (text: String, stream: StreamName?)? {
    var stream = catalog.streams(of: row).first { $0.category != $0.description }
    var isShown = false
    if case .stream(let name) = eventsPane.scope { (stream, isShown) = (name, true) }
    guard let stream, let version = catalog.version(of: row, in: stream),
      let entry = catalog.stream(named: stream)
    else { return nil }
    let text = "no. \(CountText.grouped(version)) of \(CountText.grouped(entry.version))"
    return (text, isShown ? nil : stream)
  }

  /// The time of an event in the chosen format, 12 columns at most.
  func timeText(of id: EventID, previous: EventID?, _ dates: EventColumns.Dates) -> String {
    guard let time = id.timeMilliseconds else { return "" }
    switch settings.timeFormat {
    case .local, .utc:
      let offset = settings.offset(at: time)
      switch dates {
      case .ofOneDay: return TimestampText.clock(time, offsetMinutes: offset)
      case .ofOneYear: return TimestampText.dayAndMinute(time, offsetMinutes: offset)
      case .ofYears: return TimestampText.date(time, offsetMinutes: offset)
      }
    case .ago: return TimestampText.ago(nowMilliseconds - time)
    case .sincePrevious:
      return previous?.timeMilliseconds.map { TimestampText.elapsed(time - $0) } ?? "–"
    }
  }
}
