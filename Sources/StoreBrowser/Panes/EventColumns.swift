internal import LivenStore
internal import TerminalUI

/// The columns of an events list for a width and a scope.
struct EventColumns {
  let model: BrowserModel
  private let scope: EventScope
  let columns: Int
  private let dates: Dates

  /// What of the date must show beside the time of day.
  enum Dates {
    case ofOneDay
    case ofOneYear
    case ofYears

    init(from first: Timestamp, to last: Timestamp) {
      if first.year != last.year {
        self = .ofYears
      } else {
        self = first.month == last.month && first.day == last.day ? .ofOneDay : .ofOneYear
      }
    }
  }

  init(_ model: BrowserModel, _ scope: EventScope, columns: Int, dates: Dates) {
    self.dates = dates
    self.model = model
    self.scope = scope
    self.columns = columns
  }

  var isWide: Bool { columns >= EventsPane.wideColumns }

  var stream: StreamName? {
    if case .stream(let name) = scope { name } else { nil }
  }

  var heading: DisplayText {
    if stream != nil {
      return "  no. " + pad("time", 12) + "  since prev    " + pad("type", 22) + pad("id", 28)
        + "also in"
    }
    return " " + pad("time", 14) + pad("type", 22) + pad("stream", streamColumns + 1)
      + DisplayText("no.").paddedLeft(to: 5) + "  id"
  }

  /// What is left for the stream's name beside time, type, number and id.
  var streamColumns: Int { max(12, columns - 1 - 14 - 22 - 1 - 5 - 2 - 26) }

  /// A row of the list without its mark.
  func text(row: Int, previous: Int?) -> DisplayText {
    let id = model.catalog.id(at: row)
    let type = DisplayText(model.catalog.type(at: row)?.name ?? problem(of: id) ?? "…")
    if isWide, let stream { return inStream(stream, row, previous, id, type) }
    return isWide ? wide(row, previous, id, type) : narrow(row, previous, id, type)
  }

  private func inStream(
    _ stream: StreamName, _ row: Int, _ previous: Int?, _ id: EventID, _ type: DisplayText
  ) -> DisplayText {
    let number = model.catalog.version(of: row, in: stream) ?? 0
    let others = model.catalog.streams(of: row).filter { $0 != stream }.map(\.description)
    return DisplayText(CountText.grouped(number)).paddedLeft(to: 4) + " " + time(id, previous)
      + DisplayText(sincePrevious(id, previous)).paddedLeft(to: 12) + "    " + pad(type, 22)
      + pad(DisplayText(id.description), 28) + DisplayText(others.joined(separator: ", "))
  }

  private func wide(
    _ row: Int, _ previous: Int?, _ id: EventID, _ type: DisplayText
  ) -> DisplayText {
    let (name, number) = home(of: row)
    return time(id, previous) + "  " + pad(type, 22)
      + pad(DisplayText(name).truncatedInMiddle(to: streamColumns), streamColumns + 1)
      + DisplayText(number).paddedLeft(to: 5) + "  " + DisplayText(id.description)
  }

  private func narrow(
    _ row: Int, _ previous: Int?, _ id: EventID, _ type: DisplayText
  ) -> DisplayText {
    let (name, number) = stream == nil ? home(of: row) : own(row)
    guard columns >= EventColumns.idColumns else {
      return time(id, previous) + " " + pad(type, narrowTypeColumns) + " "
        + DisplayText(name).truncatedInMiddle(to: narrowStreamColumns)
    }
    return time(id, previous) + " " + pad(type, narrowTypeColumns) + " "
      + pad(DisplayText(name).truncatedInMiddle(to: narrowStreamColumns), narrowStreamColumns)
      + DisplayText(number).paddedLeft(to: 4) + " " + ShortID.text(id)
  }

  /// From this width on there is room for the number and the end of the id.
  static let idColumns = 46

  /// Time 12, number 4, id 7 and four gaps; the rest is the type's and the stream's.
  private var narrowRest: Int {
    columns < EventColumns.idColumns ? columns - 15 : max(12, columns - 27)
  }
  var narrowStreamColumns: Int { max(4, min(24, narrowRest * 3 / 8)) }
  var narrowTypeColumns: Int { narrowRest - narrowStreamColumns }

  private func own(_ row: Int) -> (String, String) {
    guard let stream else { return ("", "") }
    let number = model.catalog.version(of: row, in: stream).map(CountText.grouped) ?? ""
    return (stream.description, number)
  }

  private func home(of row: Int) -> (String, String) { model.home(of: row) }

  private func problem(of id: EventID) -> String? {
    model.problems.all.first { $0.id == id }.map { "! \($0.message)" }
  }

  private func time(_ id: EventID, _ previous: Int?) -> DisplayText {
    DisplayText(model.timeText(of: id, previous: previous.map { model.catalog.id(at: $0) }, dates))
      .paddedLeft(to: 12)
  }

  private func sincePrevious(_ id: EventID, _ previous: Int?) -> String {
    guard let previous, let before = model.catalog.id(at: previous).timeMilliseconds,
      let now = id.timeMilliseconds
    else { return "–" }
    return TimestampText.elapsed(now - before)
  }

  private func pad(_ text: DisplayText, _ columns: Int) -> DisplayText {
    // A gap stays where the text is too long.
    text.truncated(to: columns - (isWide ? 1 : 0)).padded(to: columns)
  }
}

/// Ids where there is no room for them.
enum ShortID {
  /// `…5XJW8P`: the last six characters, since the first ten are the time.
  static func text(_ id: EventID) -> DisplayText {
    DisplayText("…" + String(id.description.suffix(6))).paddedLeft(to: 7)
  }
}
