/// A place in a state, as `jq` writes it: `.address.street`, `.lines[0]`, `."a b"`.
package struct StatePath: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case member(String)
    case element(Int)
  }

  package let parts: [Part]

  /// Reads a path, whose first dot may be left out; `nil` if it is none.
  package init?(_ text: String) {
    var rest = text[...]
    var parts: [Part] = []
    if !rest.hasPrefix("."), !rest.hasPrefix("[") { rest = "." + rest }
    if rest == "." { rest = "" }
    while let part = StatePath.part(&rest) { parts.append(part) }
    guard rest.isEmpty else { return nil }
    self.parts = parts
  }

  private static func part(_ rest: inout Substring) -> Part? {
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]"), let index = Int(rest[..<end].dropFirst()),
        index >= 0
      else { return nil }
      rest = rest[rest.index(after: end)...]
      return .element(index)
    }
    guard rest.hasPrefix(".") else { return nil }
    if rest.hasPrefix(".\"") {
      guard let end = rest.dropFirst(2).firstIndex(of: "\"") else { return nil }
      defer { rest = rest[rest.index(after: end)...] }
      return .member(String(rest[..<end].dropFirst(2)))
    }
    let name = rest.dropFirst().prefix { $0 != "." && $0 != "[" }
    guard !name.isEmpty else { return nil }
    rest = rest.dropFirst(name.count + 1)
    return .member(String(name))
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
  static func member(_ name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy { byte in
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte > 0x7F
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      }
    return isPlain ? "." + name : ".\"\(name)\""
  }
}
