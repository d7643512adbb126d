import LivenStore

extension OutputBuffer {
  /// Adds an event as a JSON line, or as text with the start of its payload.
  mutating func line(_ event: Event, streams: [StreamName], isJSON: Bool) {
    if isJSON { return line(EventJSON.value(event, streams: streams)) }
    let time = event.id.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) } ?? "-"
    let names = streams.map(\.description).joined(separator: ",")
    let text = String(decoding: event.payload.prefix(400), as: UTF8.self)
    line("\(event.id)  \(time)  \(event.type)  \(names)  \(text)")
  }
}
