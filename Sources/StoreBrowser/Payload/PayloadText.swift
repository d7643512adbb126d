internal import LivenStore

/// Values of a payload as text on one line.
enum PayloadText {
  static func scalar(_ value: JSONValue, limit: Int = 4_096) -> String {
    switch value {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let text): text
    case .string(let text): quoted(text, limit: limit)
    case .array, .object: preview(value)
    }
  }

  /// A short form of an array or an object.
  static func preview(_ value: JSONValue) -> String {
    switch value {
    case .array(let values):
      "[" + values.prefix(8).map(preview).joined(separator: ", ")
        + (values.count > 8 ? ", …" : "") + "]"
    case .object(let members):
      "{" + members.prefix(8).map(\.name).joined(separator: ", ")
        + (members.count > 8 ? ", …" : "") + "}"
    default: scalar(value)
    }
  }

  /// The text in quotes, of `limit` characters at most, with controls as escapes; Escape as `\e`.
  static func quoted(_ text: String, limit: Int = 4_096) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars.prefix(limit) {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{1B}": quoted += "\\e"
      case "\0"..<" ", "\u{7F}"..<"\u{A0}":
        let code = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + (text.unicodeScalars.count > limit ? "…" : "") + "\""
  }
}
