package import LivenStore

/// What a person left behind in a store: where they were, and how they looked at it.
package struct BrowserSession: Sendable, Hashable {
  /// Which events were listed.
  package var scope = EventScope.all
  /// The event that was chosen; `nil` where the newest is, whichever it is then.
  package var position: EventID?
  /// The condition that the list was narrowed to.
  package var filter: String?
  package var marks: [EventID] = []
  /// Set where it is another one than the person's settings have.
  package var isNewestFirst: Bool?
  package var timeFormat: TimeFormat?
  /// Lines that were typed in the prompts `:`, `/` and `&`, the latest last.
  package var histories: [String: [String]] = [:]

  /// How many lines of a prompt are kept, and of how many bytes at most.
  package static let maximumLines = 100
  package static let maximumLineBytes = 1_000
  package static let maximumMarks = 1_000
  /// What all of it takes at most in a file.
  package static let maximumBytes = 1 << 20

  package init() {}

  /// Keeps the lines that another browser on the store has left meanwhile.
  package mutating func keepLines(of other: BrowserSession) {
    for (prompt, lines) in other.histories {
      let own = Set(histories[prompt] ?? [])
      histories[prompt] = lines.filter { !own.contains($0) } + (histories[prompt] ?? [])
    }
    bound()
  }

  /// Leaves out what is more than is kept.
  mutating func bound() {
    marks = Array(marks.suffix(BrowserSession.maximumMarks))
    histories = histories.mapValues { lines in
      Array(
        lines.filter { $0.utf8.count <= BrowserSession.maximumLineBytes }
          .suffix(BrowserSession.maximumLines))
    }
  }
}
