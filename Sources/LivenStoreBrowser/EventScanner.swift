internal import LivenStore
internal import StoreBrowser

/// Looks through events on the disk for what a search or a filter asks.
struct EventScanner {
  private let store: JSONEventStore
  private var condition: ScanCondition?
  private var matcher: ExpressionMatcher?
  private var search: TextSearch?

  init(store: JSONEventStore) { self.store = store }

  /// The events that hold what is looked for; one that cannot be read holds nothing but its names.
  mutating func hits(_ request: ScanRequest) -> [EventID] {
    prepare(request.condition)
    let candidates = request.candidates
    let store = store
    let events: [Event?] =
      request.condition.needsPayload
      ? Workers.map(count: candidates.count) { try? store.readRecord(candidates[$0].id).event }
      : Array(repeating: nil, count: candidates.count)
    return zip(candidates, events).filter { holds($0, $1) }.map(\.0.id)
  }

  private mutating func prepare(_ condition: ScanCondition) {
    guard condition != self.condition else { return }
    self.condition = condition
    switch condition {
    case .text(let pattern): search = TextSearch(pattern)
    case .expression(let expression): matcher = ExpressionMatcher(expression)
    }
  }

  private func holds(_ candidate: ScanRequest.Candidate, _ event: Event?) -> Bool {
    let type = event?.type ?? candidate.type ?? ""
    switch condition {
    case .text:
      let names = [candidate.id.description, type.name] + candidate.streams.map(\.description)
      return search.map { search in
        names.contains { search.holds(Array($0.utf8)) } || search.holds(event?.payload ?? [])
      } ?? false
    case .expression(let expression):
      let payload =
        expression.needsPayload ? event.map { (try? JSONParser.parse($0.payload)) ?? .null } : nil
      let subject = ExpressionSubject(
        type: type, id: candidate.id, streams: candidate.streams, tree: payload ?? .null)
      return matcher?.holds(of: subject) ?? false
    case nil: return false
    }
  }
}
