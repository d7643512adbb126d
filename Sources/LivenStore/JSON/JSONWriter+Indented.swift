extension JSONWriter {
  /// The bytes of a value for people: a member or an element a line, two spaces deeper at each level.
  package static func indentedBytes(of value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    appendIndented(value, depth: 0, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  private static func appendIndented(_ value: JSONValue, depth: Int, to bytes: inout [UInt8]) {
    switch value {
    case .array(let values) where !values.isEmpty:
      appendLines("[", values, "]", depth: depth, to: &bytes) { value, bytes in
        appendIndented(value, depth: depth + 1, to: &bytes)
      }
    case .object(let members) where !members.isEmpty:
      appendLines("{", members, "}", depth: depth, to: &bytes) { member, bytes in
        append(member.name, to: &bytes)
        bytes += Array(": ".utf8)
        appendIndented(member.value, depth: depth + 1, to: &bytes)
      }
    default: append(value, to: &bytes)
    }
  }

  private static func appendLines<Element>(
    _ start: String, _ elements: [Element], _ end: String, depth: Int, to bytes: inout [UInt8],
    _ append: (Element, inout [UInt8]) -> Void
  ) {
    let margin = [0x0A] + Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    bytes += Array(start.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += margin + Array("  ".utf8)
      append(element, &bytes)
    }
    bytes += margin + Array(end.utf8)
  }
}
