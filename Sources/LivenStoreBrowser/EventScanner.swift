internal import LivenStore
internal import StoreBrowser

/// Looks through events for what a search or a filter asks, several at a time: in memory where a
/// payload was read before, else on the disk.
struct EventScanner: Sendable {
  let store: JSONEventStore
  let cache: PayloadCache

  /// The rows of the events that hold what is looked for; one that cannot be read holds nothing but its
  /// names.
  func hits(_ request: ScanRequest) -> [UInt32] {
    let (condition, candidates) = (request.condition, request.candidates)
    let holds = Workers.map(count: candidates.count, making: { ScanQuestion(condition) }) {
      question, index in
      self.holds(question, candidates[index])
    }
    return zip(candidates, holds).lazy.filter(\.1).map(\.0.row)
  }

  private func holds(_ question: ScanQuestion, _ candidate: ScanRequest.Candidate) -> Bool {
    if let answer = question.answer(without: candidate) { return answer }
    if let type = candidate.type {
      let answer = cache.withPayload(of: candidate.row) { payload in
        question.holds(candidate, type: type, payload: payload)
      }
      if let answer { return answer }
    }
    guard let event = try? store.readRecord(candidate.id).event else {
      let nothing: [UInt8] = []
      return question.holds(candidate, type: candidate.type ?? "", payload: nothing.span)
    }
    cache.keep(event.payload, of: candidate.row)
    return question.holds(candidate, type: event.type, payload: event.payload.span)
  }
}
