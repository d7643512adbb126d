/// Which names of files and streams a person cannot trust to be what they look like.
enum NameRules {
  /// What is wrong with the bytes of a name, as the end of a sentence; `nil` if nothing is.
  static func problem(with bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.utf8.elementsEqual(bytes) else { return "its name is not UTF-8" }
    for scalar in text.unicodeScalars where isHidden(scalar) {
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "its name holds U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)"
    }
    return nil
  }

  /// Control, format, private and unassigned code points, line separators.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: false
    }
  }

  /// What two names have in common that a file system without case or with other normal forms takes
  /// for one.
  static func folded(_ name: StreamName) -> String { name.description.lowercased() }
}
