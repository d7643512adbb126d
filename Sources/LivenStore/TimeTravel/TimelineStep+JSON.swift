/// The start of every line about a step.
package enum StepHead {
  /// `{"version","id","type","time"}`.
  package static func members(version: Int, id: EventID, type: EventType) -> [JSONMember] {
    let time = id.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) }
    return [
      JSONMember(name: "version", value: .number("\(version)")),
      JSONMember(name: "id", value: .string(id.description)),
      JSONMember(name: "type", value: .string(type.name)),
      JSONMember(name: "time", value: time.map { .string($0) } ?? .null),
    ]
  }
}

extension TimelineStep {
  /// The start of its line.
  package var head: [JSONMember] {
    StepHead.members(version: version, id: event.id, type: event.type)
  }

  /// The same with changes, state and error, as commands print it.
  package var line: JSONValue {
    var members = head
    members.append(JSONMember(name: "changes", value: .array(changes.map(\.json))))
    members.append(JSONMember(name: "state", value: state))
    if let error { members.append(JSONMember(name: "error", value: .string("\(error)"))) }
    return .object(members)
  }
}

extension StateChange {
  /// `{"path","old","new"}`.
  package var json: JSONValue {
    var members = [JSONMember(name: "path", value: .string(path))]
    if let old { members.append(JSONMember(name: "old", value: old)) }
    if let new { members.append(JSONMember(name: "new", value: new)) }
    return .object(members)
  }
}
