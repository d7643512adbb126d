internal import LivenStore

/// What can follow what was typed of a filter.
enum FilterCompletion {
  /// The lines with the last word of this one made whole: a subject, or behind `type=` and `stream=` a name.
  static func lines(beginning line: String, _ subjects: [String], _ catalog: StoreCatalog)
    -> [String]
  {
    let start = line.lastIndex { " (!".contains($0) }.map { line.index(after: $0) }
    let head = String(line[..<(start ?? line.startIndex)])
    let word = String(line[(start ?? line.startIndex)...])
    return words(subjects, catalog, word).filter { $0.hasPrefix(word) }.prefix(100).map {
      head + $0
    }
  }

  private static func words(
    _ subjects: [String], _ catalog: StoreCatalog, _ word: String
  ) -> [String] {
    if word.hasPrefix("type=") {
      return catalog.typeSummaries.map { "type=\($0.type.name)" }.sorted()
    }
    if word.hasPrefix("stream=") { return catalog.streams.map { "stream=\($0.name)" } }
    return subjects
  }
}
