internal import LivenStore
internal import StoreBrowser

/// Looks through events for what a search or a filter asks, several at a time: in memory where a
/// payload was read before, else on the disk.
struct EventScanner: Sendable {
  let store: JSONEventStore
  let cache: PayloadCache

  /// How many events a thread looks at in one go.
  private static let pieceCount = 256

  /// The rows of the events that hold what is looked for; one that cannot be read holds nothing but its
  /// names.
  func hits(_ request: ScanRequest) -> [UInt32] {
    let (condition, candidates) = (request.condition, request.candidates)
    let pieceCount = (candidates.count + EventScanner.pieceCount - 1) / EventScanner.pieceCount
    let hits = Workers.map(
      count: pieceCount, partCount: 1, making: { ScanQuestion(condition) }
    ) { question, piece in
      let start = piece * EventScanner.pieceCount
      let end = min(start + EventScanner.pieceCount, candidates.count)
      return candidates[start..<end].filter { holds(question, $0) }.map(\.row)
    }
    return Array(hits.joined())
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
