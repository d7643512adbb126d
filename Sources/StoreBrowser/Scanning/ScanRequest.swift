package import LivenStore

/// What is asked of events that lie on the disk.
package enum ScanCondition: Sendable, Hashable {
  /// Something that stands in the id, the type, a stream's name or the payload.
  case text(TextPattern)
  case expression(EventExpression)

  /// Whether the events' files must be read.
  package var needsPayload: Bool {
    switch self {
    case .text: true
    case .expression(let expression): expression.needsPayload
    }
  }

  /// What looks for the text, where it is one.
  var search: TextSearch? {
    if case .text(let pattern) = self { TextSearch(pattern) } else { nil }
  }

  /// Whether the answer depends on the streams of an event beside ``ScanRequest/Candidate/isNamed``.
  var needsStreams: Bool {
    if case .expression(let expression) = self { expression.asks(of: .stream) } else { false }
  }
}

/// Some events to look through, behind the screen; the answer is ``BrowserMessage/scanned(number:hits:)``.
package struct ScanRequest: Sendable, Hashable {
  /// An event with what the catalog knows of it.
  package struct Candidate: Sendable, Hashable {
    /// Its row in the catalog, which never changes.
    package let row: UInt32
    package let id: EventID
    /// `nil` while it is not read.
    package let type: EventType?
    /// Empty where nothing depends on them.
    package let streams: [StreamName]
    /// Whether the name of its type or of a stream holds the text that is looked for.
    package var isNamed = false
  }

  /// Which scan it belongs to: answers to an older one count for nothing.
  package let number: Int
  package let condition: ScanCondition
  package let candidates: [Candidate]
}
