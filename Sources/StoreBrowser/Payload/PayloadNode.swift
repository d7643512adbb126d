internal import LivenStore

/// A value in a payload's tree, with its place among all values in the order of the text.
struct PayloadNode: Sendable {
  let depth: Int
  let key: Key
  let value: JSONValue
  /// The index behind the last value within it.
  var end: Int
  var parent: Int?
  /// Where its key stands, and those beside it.
  let keyColumn: KeyColumn
  var isFolded: Bool

  enum Key: Sendable {
    case root
    case member(String)
    case element(Int)

    /// The name, or the index in brackets.
    var text: String {
      switch self {
      case .root: ""
      case .member(let name): name
      case .element(let index): "[\(index)]"
      }
    }
  }

  var childCount: Int {
    switch value {
    case .array(let values): values.count
    case .object(let members): members.count
    default: 0
    }
  }

  /// The part that it adds to a path: `.name`, `["odd name"]`, `[3]`.
  var pathText: String {
    switch key {
    case .root: ""
    case .element(let index): "[\(index)]"
    case .member(let name):
      name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !name.isEmpty
        ? "." + name : "[" + PayloadText.quoted(name) + "]"
    }
  }

  /// `{4 keys}`, `[3]`, or the value itself, of `limit` characters at most.
  func valueText(limit: Int) -> String {
    switch value {
    case .object: "{" + CountText.counted(childCount, "key") + "}"
    case .array: "[\(childCount)]" + (isFolded ? "  " + PayloadText.preview(value) : "")
    default: PayloadText.scalar(value, limit: limit)
    }
  }

  /// What it is, for the status line: `string, 13 characters`.
  var kindText: String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string(let text): "string, " + CountText.counted(text.count, "character")
    case .array: "array, " + CountText.counted(childCount, "element")
    case .object: "object, " + CountText.counted(childCount, "key")
    }
  }
}
