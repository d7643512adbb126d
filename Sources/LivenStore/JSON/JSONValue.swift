/// A JSON value as it was written: numbers keep their digits, objects their order (RFC 8259).
public enum JSONValue: Sendable, Hashable, CustomStringConvertible {
  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// The number as text, to the digit.
  case number(String)
  /// A text.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Members in the order of the text; a name may stand there twice.
  case object([JSONMember])

  /// The JSON text, on one line.
  public var description: String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }

  /// The last member of this name, as most readers take it; `nil` if there is none, or no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; `nil` for other values.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

/// A name and a value in an object.
public struct JSONMember: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The value.
  public let value: JSONValue

  /// Puts a member together.
  public init(name: String, value: JSONValue) {
    self.name = name
    self.value = value
  }
}
