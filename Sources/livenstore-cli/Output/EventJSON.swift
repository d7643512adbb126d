import LivenStore

/// An event as the line that commands print and import.
enum EventJSON {
  /// The line: `{"position","id","type","time","streams","payload"|"payload_base64"}`.
  static func value(
    _ event: Event, streams: [StreamName], position: Int? = nil, withTime: Bool = true
  ) -> JSONValue {
    var members: [JSONMember] = []
    if let position {
      members.append(JSONMember(name: "position", value: .number("\(position)")))
    }
    members += [
      JSONMember(name: "id", value: .string(event.id.description)),
      JSONMember(name: "type", value: .string(event.type.name)),
    ]
    if withTime, let time = event.id.timeMilliseconds {
      members.append(
        JSONMember(name: "time", value: .string(Timestamp.rfc3339(milliseconds: time))))
    }
    members.append(
      JSONMember(name: "streams", value: .array(streams.map { .string($0.description) })))
    members.append(payload(event.payload))
    return .object(members)
  }

  /// The payload as JSON if reading and writing it gives the same bytes, else in base 64.
  private static func payload(_ payload: [UInt8]) -> JSONMember {
    if let value = try? JSONParser.parse(payload), JSONWriter.bytes(of: value) == payload {
      return JSONMember(name: "payload", value: value)
    }
    return JSONMember(name: "payload_base64", value: .string(Base64Text.encoded(payload)))
  }
}
