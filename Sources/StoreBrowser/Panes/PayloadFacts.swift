internal import LivenStore
internal import TerminalUI

/// What is known of an event beside its payload, in two columns where a payload has a wide screen for itself.
struct PayloadFacts {
  /// From this width on.
  static let wideColumns = 110

  let id: EventID
  let type: EventType?
  let time: String?
  /// How long its payload is, and what it is.
  let size: String

  func lines(_ model: BrowserModel) -> [DisplayText] {
    [
      line(("type", type?.name ?? "…"), ("id", id.description)),
      line(("time", time ?? "none in the id"), ("no.", places(model))),
      line(("payload", size), ("file", "events/\(id).json")), "",
    ]
  }

  private func line(_ left: (String, String), _ right: (String, String)) -> DisplayText {
    fact(left).truncated(to: 57).padded(to: 59) + fact(right)
  }

  private func fact(_ fact: (name: String, value: String)) -> DisplayText {
    " " + DisplayText(fact.name).padded(to: 10) + DisplayText(fact.value)
  }

  /// `7 of 8 in order-1001, 3 of 3 in shipments`.
  private func places(_ model: BrowserModel) -> String {
    guard let row = model.catalog.row(of: id) else { return "" }
    let places = model.catalog.streams(of: row).compactMap { name -> String? in
      guard let number = model.catalog.version(of: row, in: name),
        let stream = model.catalog.stream(named: name)
      else { return nil }
      return "\(CountText.grouped(number)) of \(CountText.grouped(stream.version)) in \(name)"
    }
    return places.isEmpty ? "in no stream" : places.joined(separator: ", ")
  }
}
