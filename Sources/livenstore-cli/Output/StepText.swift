import LivenStore

/// A step of a replay as text.
struct StepText {
  let step: TimelineStep<JSONValue>

  init(_ step: TimelineStep<JSONValue>) { self.step = step }

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
}
