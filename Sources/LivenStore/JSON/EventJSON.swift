/// An event as the line that commands print and import.
package enum EventJSON {
  /// The line: `{"position","id","type","time","streams","payload"|"payload_base64"}`.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - streams: the streams that hold it.
  ///   - position: where the ledger has it.
  ///   - version: the version that it made of a stream.
  ///   - isForImport: whether importing the line gives the same payload to the byte: JSON that would be
  ///     written in another way is then told in base 64; and the time is left to the id.
  /// - Returns: the object.
  package static func value(
    _ event: Event, streams: [StreamName], position: Int? = nil, version: Int? = nil,
    isForImport: Bool = false
  ) -> JSONValue {
    var members: [JSONMember] = []
    if let version { members.append(JSONMember(name: "version", value: .number("\(version)"))) }
    if let position {
      members.append(JSONMember(name: "position", value: .number("\(position)")))
    }
    members += [
      JSONMember(name: "id", value: .string(event.id.description)),
      JSONMember(name: "type", value: .string(event.type.name)),
    ]
    if !isForImport, let time = event.id.timeMilliseconds {
      members.append(
        JSONMember(name: "time", value: .string(Timestamp.rfc3339(milliseconds: time))))
    }
    members.append(
      JSONMember(name: "streams", value: .array(streams.map { .string($0.description) })))
    members.append(payload(event.payload, isForImport))
    return .object(members)
  }

  private static func payload(_ payload: [UInt8], _ isForImport: Bool) -> JSONMember {
    if let value = try? JSONParser.parse(payload),
      !isForImport || JSONWriter.bytes(of: value) == payload
    {
      return JSONMember(name: "payload", value: value)
    }
    return JSONMember(name: "payload_base64", value: .string(Base64Text.encoded(payload)))
  }
}
