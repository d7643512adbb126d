/// Patterns with `*` for any characters and `?` for one.
enum Wildcard {
  /// Whether the whole of a text is of a pattern, in time of their product at most.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let (text, pattern) = (Array(text), Array(pattern))
    var (place, part) = (0, 0)
    /// Where to go on if what follows the last star does not fit.
    var retry: (place: Int, part: Int)?
    while place < text.count {
      if part < pattern.count, pattern[part] == "*" {
        retry = (place, part)
        part += 1
      } else if part < pattern.count, pattern[part] == "?" || pattern[part] == text[place] {
        (place, part) = (place + 1, part + 1)
      } else if let last = retry {
        retry = (last.place + 1, last.part)
        (place, part) = (last.place + 1, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[part...].allSatisfy { $0 == "*" }
  }
}
