extension Key {
  private static let names: [(String, Key)] = [
    ("<Enter>", .enter), ("<Esc>", .escape), ("<Tab>", .tab), ("<S-Tab>", .backTab),
    ("<Backspace>", .backspace), ("<Delete>", .delete), ("<Up>", .up), ("<Down>", .down),
    ("<Left>", .left), ("<Right>", .right), ("<S-Left>", .shiftLeft), ("<S-Right>", .shiftRight),
    ("<Home>", .home), ("<End>", .end), ("<PageUp>", .pageUp), ("<PageDown>", .pageDown),
    ("<Space>", .character(" ")), ("<lt>", .character("<")),
    ("<CR>", .enter), ("<Return>", .enter), ("<BS>", .backspace), ("<Del>", .delete),
  ]

  private static let keyOfName = Dictionary(
    names.map { ($0.lowercased(), $1) }, uniquingKeysWith: { first, _ in first })

  private static let nameOfKey = Dictionary(
    names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

  /// Reads one key in the notation of vim: `j`, `<Enter>`, `<C-d>`, `<F1>`.
  package init?(notation: String) {
    guard let keys = Key.parse(keys: notation), keys.count == 1 else { return nil }
    self = keys[0]
  }

  /// The key in the notation of vim.
  package var notation: String {
    switch self {
    case .character(" "), .character("<"): Key.nameOfKey[self] ?? "?"
    case .character(let scalar): String(Character(scalar))
    case .control(let scalar): "<C-\(Character(scalar))>"
    case .function(let number): "<F\(number)>"
    default: Key.nameOfKey[self] ?? "?"
    }
  }

  /// The key as a help text shows it: `^D`, `Space`, `PgDn`.
  package var label: String {
    switch self {
    case .control(let scalar): "^" + String(Character(scalar)).uppercased()
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shiftLeft: "Shift-←"
    case .shiftRight: "Shift-→"
    case .backTab: "Shift-Tab"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .character("<"): "<"
    default: notation.filter { $0 != "<" && $0 != ">" || notation.count == 1 }
    }
  }

  /// Reads a row of keys; `nil` if a name in angle brackets is none.
  package static func parse(keys text: String) -> [Key]? {
    var keys: [Key] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<", let end = rest.firstIndex(of: ">") {
        guard let key = named(String(rest[...end])) else { return nil }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(scalar))
        rest.removeFirst()
      }
    }
    return keys
  }

  private static func named(_ name: String) -> Key? {
    let lower = name.lowercased()
    if let key = keyOfName[lower] { return key }
    let inner = lower.dropFirst().dropLast()
    if inner.hasPrefix("c-"), inner.unicodeScalars.count == 3, let last = inner.unicodeScalars.last
    {
      return .control(last)
    }
    if inner.hasPrefix("f"), let number = Int(inner.dropFirst()), (1...24).contains(number) {
      return .function(number)
    }
    return nil
  }
}
