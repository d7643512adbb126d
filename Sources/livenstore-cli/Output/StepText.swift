import LivenStore

/// A step of a replay as text and as JSON.
struct StepText {
  let step: TimelineStep<JSONValue>

  init(_ step: TimelineStep<JSONValue>) { self.step = step }

  /// `{"version","id","type","time"}`, the start of every line about a step.
  var head: [JSONMember] {
    [
      JSONMember(name: "version", value: .number("\(step.version)")),
      JSONMember(name: "id", value: .string(step.event.id.description)),
      JSONMember(name: "type", value: .string(step.event.type.name)),
      JSONMember(name: "time", value: time.map { .string($0) } ?? .null),
    ]
  }

  /// The same with changes, state and error.
  var json: JSONValue {
    var members = head
    members.append(JSONMember(name: "changes", value: .array(step.changes.map(StepText.json))))
    members.append(JSONMember(name: "state", value: step.state))
    if let error = step.error {
      members.append(JSONMember(name: "error", value: .string("\(error)")))
    }
    return .object(members)
  }

  /// The version, the time and the type, then a line for each change.
  var lines: [String] {
    var lines = [headLine] + step.changes.map { "         \(StepText.text($0))" }
    if let error = step.error { lines.append("         ! \(error)") }
    return lines
  }

  var headLine: String {
    let number = "\(step.version)"
    let space = String(repeating: " ", count: max(0, 6 - number.count))
    return "\(space)\(number)  \(time ?? "-")  \(step.event.type)"
  }

  private var time: String? {
    step.event.id.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) }
  }

  /// `+ .path new`, `- .path old`, `~ .path old → new`.
  static func text(_ change: StateChange) -> String {
    switch (change.old, change.new) {
    case (nil, let new?): "+ \(change.path)  \(new)"
    case (let old?, nil): "- \(change.path)  \(old)"
    case (let old?, let new?): "~ \(change.path)  \(old) → \(new)"
    default: change.path
    }
  }

  private static func json(_ change: StateChange) -> JSONValue {
    var members = [JSONMember(name: "path", value: .string(change.path))]
    if let old = change.old { members.append(JSONMember(name: "old", value: old)) }
    if let new = change.new { members.append(JSONMember(name: "new", value: new)) }
    return .object(members)
  }
}
