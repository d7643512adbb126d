/// A place in a state, as `jq` writes it: `.address.street`, `.lines[0]`, `."a b"`.
package struct StatePath: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// Reads a path, whose first dot may be left out; `nil` if it is none.
  package init?(_ text: String) {
    // Bytes: a mark that joins a dot to one character would hide the dot.
    var rest = Array(text.utf8)[...]
    if rest.first != StatePath.dot, rest.first != StatePath.bracket {
      rest = [StatePath.dot] + rest
    }
    var parts: [Part] = []
    if rest.count == 1, rest.first == StatePath.dot { rest = [] }
    while !rest.isEmpty {
      guard let part = StatePath.part(&rest) else { return nil }
      parts.append(part)
    }
    self.parts = parts
  }

  private static let dot = UInt8(ascii: ".")
  private static let bracket = UInt8(ascii: "[")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private static func part(_ rest: inout ArraySlice<UInt8>) -> Part? {
    let mark = rest.removeFirst()
    if mark == bracket {
      let digits = rest.prefix { $0 != UInt8(ascii: "]") }
      guard digits.count < rest.count, let index = Int(String(decoding: digits, as: UTF8.self)),
        index >= 0
      else { return nil }
      rest = rest.dropFirst(digits.count + 1)
      return .element(index)
    }
    guard mark == dot else { return nil }
    if rest.first == quote { return quoted(&rest) }
    let name = rest.prefix { $0 != dot && $0 != bracket }
    rest = rest.dropFirst(name.count)
    return name.isEmpty ? nil : .member(String(decoding: name, as: UTF8.self))
  }

  private static func quoted(_ rest: inout ArraySlice<UInt8>) -> Part? {
    rest.removeFirst()
    var name: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == quote {
        let isEnd = rest.isEmpty || rest.first == dot || rest.first == bracket
        return isEnd ? .member(String(decoding: name, as: UTF8.self)) : nil
      }
      guard let next = byte == backslash ? rest.popFirst() : byte else { return nil }
      name.append(next)
    }
    return nil
  }

  /// The value at this place; `nil` if there is none.
  package func value(in state: JSONValue) -> JSONValue? {
    parts.reduce(state) { value, part in
      switch (value, part) {
      case (.object?, .member(let name)): value?[name]
      case (.array(let elements)?, .element(let index)):
        index < elements.count ? elements[index] : nil
      default: nil
      }
    }
  }

  /// The path as ``StateChange/path`` has it.
  package var text: String {
    guard !parts.isEmpty else { return "." }
    return parts.map { part in
      switch part {
      case .member(let name): StatePath.member(name)
      case .element(let index): "[\(index)]"
      }
    }.joined()
  }

  /// A member as a part of a path; in quotes if its name holds what ends a part.
  package static func member(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte > 0x7F
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
    if isPlain { return "." + name }
    let escaped = name.utf8.flatMap { $0 == quote || $0 == backslash ? [backslash, $0] : [$0] }
    return ".\"" + String(decoding: escaped, as: UTF8.self) + "\""
  }
}
