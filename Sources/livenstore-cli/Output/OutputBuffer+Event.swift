import LivenStore

extension OutputBuffer {
  /// Adds an event as a JSON line, or as text with the start of its payload.
  mutating func line(_ event: Event, streams: [StreamName], position: Int? = nil, isJSON: Bool) {
    if isJSON { return line(EventJSON.value(event, streams: streams, position: position)) }
    let time = event.id.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) } ?? "-"
    let names = streams.map(\.description).joined(separator: ",")
    line("\(event.id)  \(time)  \(event.type)  \(names)  \(PayloadSummary.text(event.payload))")
  }
}

/// A payload where one line is all the room there is.
enum PayloadSummary {
  /// The start of a text, or how many bytes there are.
  static func text(_ payload: [UInt8]) -> String {
    let text = String(decoding: payload, as: UTF8.self)
    guard text.utf8.elementsEqual(payload) else { return "(\(payload.count) bytes)" }
    return String(text.prefix(200)) + (text.count > 200 ? "…" : "")
  }
}
