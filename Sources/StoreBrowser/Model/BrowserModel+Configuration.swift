extension BrowserModel {
  /// Takes the settings of a file: a line is a `set`, a `bind` or a `reducer` as behind `:`, or begins with `#`.
  ///
  /// The first that is wrong is told with its line; the other lines hold.
  package mutating func configure(_ text: String, name: String) {
    var wrong: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let sentence = configure(line) else { continue }
      wrong = wrong ?? "\(name), line \(index + 1): \(sentence)"
    }
    note = wrong
  }

  /// Runs a line and returns what is wrong with it.
  private mutating func configure(_ line: Substring) -> String? {
    guard let first = line.first(where: { $0 != " " }), first != "#" else { return nil }
    note = nil
    switch CommandLine.parse(String(line)) {
    case .set("mouse", let value) where value == "on" || value == "off":
      // The terminal is not open yet: it asks when it is.
      settings.usesMouse = value == "on"
    case .set(let key, let value): set(key, value)
    case .bind, .replay(.reducer): _ = run(line: String(line))
    case .wrong(let sentence): return sentence
    default: return "only set, bind and reducer can stand here."
    }
    return note
  }
}
