/// A JSON value as it was written: numbers keep their digits, objects their order (RFC 8259).
package enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The number as text, to the digit.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// Members in the order of the text; a name may stand there twice.
  case object([JSONMember])

  /// The last member of this name, as most readers take it; `nil` if there is none, or no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; `nil` for other values.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

/// A name and a value in an object.
package struct JSONMember: Sendable, Hashable {
  package let name: String
  package let value: JSONValue

  package init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
