internal import LivenStore
internal import StoreBrowser

/// What is asked of each event of a scan, made ready for many of them; each thread has its own.
struct ScanQuestion {
  /// One of the two is there.
  private let search: TextSearch?
  private let matcher: ExpressionMatcher?
  private let needsPayload: Bool

  init(_ condition: ScanCondition) {
    needsPayload = condition.needsPayload
    switch condition {
    case .text(let pattern): (search, matcher) = (TextSearch(pattern), nil)
    case .expression(let expression): (search, matcher) = (nil, ExpressionMatcher(expression))
    }
  }

  /// The answer where it depends on no payload; `nil` where the payload decides.
  func answer(without candidate: ScanRequest.Candidate) -> Bool? {
    guard let search else {
      return needsPayload ? nil : holds(candidate, type: candidate.type ?? "", tree: .null)
    }
    return candidate.isNamed || search.holds(Array(candidate.id.description.utf8)) ? true : nil
  }

  /// The answer for an event whose type and payload are known.
  func holds(
    _ candidate: ScanRequest.Candidate, type: EventType, payload: Span<UInt8>
  ) -> Bool {
    if let search {
      // A type that was not known yet is not among the candidate's names.
      let isNamed = candidate.type == nil && search.holds(Array(type.name.utf8))
      return isNamed || search.holds(payload)
    }
    let bytes = unsafe payload.withUnsafeBufferPointer { unsafe Array($0) }
    return holds(candidate, type: type, tree: (try? JSONParser.parse(bytes)) ?? .null)
  }

  private func holds(
    _ candidate: ScanRequest.Candidate, type: EventType, tree: JSONValue
  ) -> Bool {
    let subject = ExpressionSubject(
      type: type, id: candidate.id, streams: candidate.streams, tree: tree)
    return matcher?.holds(of: subject) ?? false
  }
}
