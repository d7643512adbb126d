package import LivenStore

/// Answers a replay's requests, a little work at a time: what the screen waits for comes first.
///
/// It knows no threads; who has one calls ``work()`` until it ``isIdle``.
package struct ReplayDesk {
  private let read: EventReading
  private let sources: ReplaySources
  private var tape: (any StateTape)?
  private var number = 0
  /// The step to answer next.
  private var wanted: Int?
  private var passes: [ReplayPass] = []
  /// Whether the way to the end is left as it is.
  private var isStopped = false

  /// How many events are taken before a new request is looked at.
  static let portion = 512

  package init(sources: ReplaySources, read: @escaping EventReading) {
    self.sources = sources
    self.read = read
  }

  /// Takes a request.
  package mutating func take(_ request: ReplayRequest) {
    switch request {
    case .open(let number, let source, let entries, let place):
      passes = []
      tape = sources.tape(of: source, read: read)
      show(number, entries, place)
    case .show(let number, let entries, let place): show(number, entries, place)
    case .step(let place): wanted = place
    case .ask(let question):
      passes.removeAll { $0.question.kind == question.kind }
      passes.append(ReplayPass(question))
      isStopped = false
    case .forget(let kind): passes.removeAll { $0.question.kind == kind }
    case .stop:
      (wanted, isStopped) = (nil, true)
      let count = tape?.entries.count ?? 0
      passes.removeAll { !$0.isDone(of: count) }
    case .close: (tape, wanted, passes) = (nil, nil, [])
    }
  }

  private mutating func show(_ number: Int, _ entries: [ReplayEntry], _ place: Int) {
    let common = zip(tape?.entries ?? [], entries).prefix { $0 == $1 }.count
    tape?.show(entries)
    for index in passes.indices { passes[index].goBack(to: common) }
    (self.number, wanted, isStopped) = (number, place, false)
  }

  /// Whether there is nothing to do until the next request.
  package var isIdle: Bool {
    guard let tape else { return true }
    return wanted == nil && (tape.reach >= tape.entries.count || isStopped)
      && passes.allSatisfy { $0.isDone(of: tape.reach) }
  }

  /// Does the next portion of work and returns what is to be told.
  package mutating func work() -> [ReplayAnswer] {
    guard var tape else { return [] }
    defer { self.tape = tape }
    if let wanted, wanted <= tape.reach {
      self.wanted = nil
      guard wanted >= 1, let step = tape.step(at: wanted) else { return [] }
      return [answer(.step(place: wanted, step))]
    }
    if wanted == nil,
      let index = passes.firstIndex(where: { !$0.isDone(of: tape.reach) })
    {
      var pass = passes[index]
      defer { passes[index] = pass }
      return [advance(&pass, &tape)]
    }
    return tape.reach < tape.entries.count && !(isStopped && wanted == nil) ? advance(&tape) : []
  }

  private func advance(_ pass: inout ReplayPass, _ tape: inout any StateTape) -> ReplayAnswer {
    let from = pass.place
    // Portions end where a state is kept.
    let end = min((from / ReplayDesk.portion + 1) * ReplayDesk.portion, tape.reach)
    let hits = pass.advance(to: end, in: &tape)
    return answer(.found(pass.question, from: from, to: pass.place, hits))
  }

  private mutating func advance(_ tape: inout any StateTape) -> [ReplayAnswer] {
    let from = tape.reach
    do {
      guard let failures = try tape.advance(by: ReplayDesk.portion) else { return [] }
      let sentences = failures.mapValues(ReplayDesk.sentence)
      return [answer(.reached(from: from, to: tape.reach, failures: sentences))]
    } catch {
      (wanted, isStopped) = (nil, true)
      return [
        answer(.reached(from: from, to: tape.reach, failures: [:])),
        answer(.failed(ReplayDesk.sentence(error))),
      ]
    }
  }

  private func answer(_ content: ReplayAnswer.Content) -> ReplayAnswer {
    ReplayAnswer(number: number, content: content)
  }

  /// Why an event was not applied, behind its type.
  static func sentence(_ error: any Error) -> String {
    if let error = error as? EventStoreError {
      return error.code == .handlerNotFound ? "no handler" : error.message
    }
    return "\(error)"
  }
}
