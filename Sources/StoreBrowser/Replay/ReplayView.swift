internal import LivenStore
internal import TerminalUI

/// A stream that is stepped through: where it stands, and what is known of its steps.
struct ReplayView: Sendable {
  /// The parts of the screen.
  enum Part: Sendable, CaseIterable {
    case events
    case state
    case payload
    case history
  }

  let stream: StreamName
  private(set) var source: ReplaySource
  /// The number of the entries that answers are about.
  private(set) var number: Int
  private(set) var entries: [ReplayEntry] = []
  /// The places of what is marked in the list of entries.
  private(set) var ignored: [Int] = []
  private(set) var drafts: [Int] = []
  /// How many events were taken; 1 is behind the first.
  private(set) var place = 0
  /// The step that shows, with its place; the one before while the next is on its way.
  private(set) var step: (place: Int, step: TimelineStep<JSONValue>)?
  /// Up to where steps are at hand.
  private(set) var reach = 0
  private(set) var failures: [Int: String] = [:]
  /// Why it cannot go on.
  private(set) var failure: String?
  private(set) var isStopped = false

  var events = ListViewport()
  var state = StateDocument()
  var payload: PayloadDocument?
  var payloadTop = 0
  var history = ListViewport()
  var focus = Part.state
  var isZoomed = false
  var pin: ReplayFinding?
  var search: ReplayFinding?
  var find: ReplayFinding?
  var player = ReplayPlayer()
  /// What a person adds and leaves out, in this view only.
  var edits = ReplayEdits()

  init(_ stream: StreamName, by source: ReplaySource, number: Int) {
    self.stream = stream
    self.source = source
    self.number = number
  }

  var entry: ReplayEntry? { entries.indices.contains(place - 1) ? entries[place - 1] : nil }

  /// The first and the last event that are stored.
  var stored: (first: EventID?, last: EventID?) {
    (entries.first { !$0.isDraft }?.id, entries.last { !$0.isDraft }?.id)
  }

  /// How long an event came behind the stored one before it; `nil` of a draft.
  func elapsed(at index: Int) -> String? {
    guard !entries[index].isDraft, let time = entries[index].id.timeMilliseconds,
      let before = entries[..<index].last(where: { !$0.isDraft })?.id.timeMilliseconds
    else { return nil }
    return TimestampText.elapsedBriefly(time - before)
  }

  var isAtEnd: Bool { place == entries.count }

  /// Whether an answer to come changes what shows.
  var isWaiting: Bool {
    failure == nil && !isStopped
      && (step?.place != place && place > 0 || reach < entries.count || isAsking)
  }

  private var isAsking: Bool {
    [pin, search, find].contains { $0.map { !$0.isDone(entries.count) } ?? false }
  }

  /// Replays by something else, from the beginning.
  mutating func replay(by source: ReplaySource, number: Int) -> [BrowserEffect] {
    (self.source, self.number, reach, failures, failure) = (source, number, 0, [:], nil)
    step = nil
    let questions = [pin, search, find].compactMap { $0?.question }
    pin?.keep(upTo: 0)
    search?.keep(upTo: 0)
    find?.keep(upTo: 0)
    isStopped = false
    return [.replay(.open(number: number, source, entries, place: place))]
      + questions.map { .replay(.ask($0)) }
  }

  /// Takes other entries; one that stood at the end stays there.
  mutating func show(_ new: [ReplayEntry], number: Int, place: Int? = nil) {
    let (wasAtEnd, here) = (isAtEnd, entry?.id)
    let common = zip(entries, new).prefix { $0 == $1 }.count
    (entries, self.number) = (new, number)
    ignored = new.indices.filter { new[$0].isIgnored }.map { $0 + 1 }
    drafts = new.indices.filter { new[$0].isDraft }.map { $0 + 1 }
    reach = min(reach, common)
    failures = failures.filter { $0.key <= common }
    pin?.keep(upTo: common)
    search?.keep(upTo: common)
    find?.keep(upTo: common)
    (failure, isStopped) = (nil, false)
    let same = here.flatMap { id in
      common >= self.place ? self.place : new.firstIndex { $0.id == id }.map { $0 + 1 }
    }
    events.setCount(new.count)
    go(to: place ?? (wasAtEnd ? new.count : same ?? self.place))
    if let step, step.place > common || step.place != self.place { self.step?.place = 0 }
  }

  /// Stands at another place; false if it is the same.
  @discardableResult
  mutating func go(to place: Int) -> Bool {
    let place = max(min(1, entries.count), min(place, entries.count))
    events.go(to: place - 1)
    guard place != self.place else { return false }
    self.place = place
    return true
  }

  /// Shows the last change of the pinned field up to here, unless a person looks at others.
  mutating func settleHistory() {
    guard let hits = pin?.hits, focus != .history else { return }
    history.setCount(hits.count)
    history.go(to: hits.partitioningIndex { $0.place > place } - 1)
  }

  mutating func stop() {
    isStopped = true
    if let step, step.place > 0 { go(to: step.place) }
    if search?.isDone(entries.count) == false { search = nil }
    if find?.isDone(entries.count) == false { find = nil }
  }

  /// Takes an answer; one about other entries is dropped.
  mutating func take(_ answer: ReplayAnswer) {
    guard answer.number == number else { return }
    switch answer.content {
    case .step(let place, let step):
      guard place == self.place else { return }
      self.step = (place, step)
      state.show(step.state, changes: step.changes, name: source.stateName)
      payload = step.event.payload.isEmpty ? nil : PayloadDocument(payload: step.event.payload)
      payloadTop = 0
    case .reached(_, let to, let failures):
      reach = to
      self.failures.merge(failures) { $1 }
    case .found(let question, let from, let to, let hits):
      let finding: WritableKeyPath<ReplayView, ReplayFinding?> =
        switch question.kind {
        case .history: \.pin
        case .text: \.search
        case .holds: \.find
        }
      guard self[keyPath: finding]?.question == question else { return }
      self[keyPath: finding]?.take(hits, from: from, to: to)
    case .failed(let sentence): failure = sentence
    }
  }
}
