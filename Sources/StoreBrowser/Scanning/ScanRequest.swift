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
}

/// Some events to look through, behind the screen; the answer is ``BrowserMessage/scanned(number:hits:)``.
package struct ScanRequest: Sendable, Hashable {
  /// An event with what the catalog knows of it.
  package struct Candidate: Sendable, Hashable {
    package let id: EventID
    package let type: EventType?
    package let streams: [StreamName]
  }

  /// Which scan it belongs to: answers to an older one count for nothing.
  package let number: Int
  package let condition: ScanCondition
  package let candidates: [Candidate]
}
