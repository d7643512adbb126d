/// The states that a replayer makes; it is kept at every hundredth event.
package struct FoldedTape<Fold: Replayer>: StateTape {
  /// How many events lie between two that are kept.
  package static var interval: Int { 100 }

  package private(set) var entries: [ReplayEntry] = []
  package private(set) var reach = 0
  /// The replayer at the reach.
  private var head: Fold
  /// The replayer at places 0, 100, 200 and so on.
  private var kept: [Fold]
  /// The replayer behind the last step that was asked for: the next one is most often asked for next.
  private var near: (place: Int, fold: Fold)?
  private let read: EventReading

  package init(_ fold: Fold, read: @escaping EventReading) {
    head = fold
    kept = [fold]
    self.read = read
  }

  package mutating func show(_ new: [ReplayEntry]) {
    let common = Self.common(entries, new)
    entries = new
    if let place = near?.place, place > common { near = nil }
    guard common < reach else { return }
    kept.removeSubrange((common / Self.interval + 1)...)
    reach = (kept.count - 1) * Self.interval
    head = kept[kept.count - 1]
  }

  package mutating func advance(by count: Int) throws -> [Int: any Error]? {
    let end = min(entries.count, reach + count)
    guard reach < end else { return [:] }
    let prepared = prepare(reach..<end)
    var failures: [Int: any Error] = [:]
    for (index, event) in zip(reach..<end, prepared) {
      do {
        if let event { try head.apply(event.get()) }
      } catch {
        failures[index + 1] = error
      }
      reach = index + 1
      if reach % Self.interval == 0 { kept.append(head) }
    }
    return failures
  }

  /// Reads events, many at once; `nil` where one is ignored.
  private func prepare(_ indices: Range<Int>) -> [Result<Fold.Prepared, any Error>?] {
    let (entries, read, fold) = (entries, read, head)
    return Workers.map(count: indices.count) { offset in
      let entry = entries[indices.lowerBound + offset]
      guard !entry.isIgnored else { return nil }
      return Result { try fold.prepare(entry.read(read)) }
    }
  }

  package mutating func forEachStep(
    in places: ClosedRange<Int>, _ body: (TimelineStep<JSONValue>) throws -> Bool
  ) rethrows {
    var (place, fold) = start(for: places.lowerBound - 1)
    while place < places.lowerBound - 1 {
      place += 1
      let entry = entries[place - 1]
      if !entry.isIgnored { try? fold.apply(entry.read(read)) }
    }
    var tree = Fold.tree(of: fold.state)
    for place in places where place <= entries.count {
      let step = self.step(of: entries[place - 1], &fold, tree)
      (tree, near) = (step.after, (place, fold))
      guard try body(step) else { return }
    }
  }

  /// The nearest replayer at a place or before it.
  private func start(for place: Int) -> (place: Int, fold: Fold) {
    let index = min(place / Self.interval, kept.count - 1)
    let candidates = [(place: reach, fold: head)] + (near.map { [$0] } ?? [])
    let nearer = candidates.filter { $0.place <= place }.max { $0.place < $1.place }
    if let nearer, nearer.place >= index * Self.interval { return nearer }
    return (index * Self.interval, kept[index])
  }

  private func step(
    of entry: ReplayEntry, _ fold: inout Fold, _ before: JSONValue
  ) -> TimelineStep<JSONValue> {
    var (event, after) = (Event(id: entry.id, type: "", payload: []), before)
    var failure: (any Error)?
    let start = SystemClock.monotonicNanoseconds()
    do {
      event = try entry.read(read)
      if !entry.isIgnored {
        try fold.apply(event)
        after = Fold.tree(of: fold.state)
      }
    } catch {
      failure = error
    }
    return TimelineStep(
      version: entry.version, event: event, before: before, after: after, error: failure,
      elapsed: .nanoseconds(SystemClock.monotonicNanoseconds() - start), tree: { $0 })
  }
}
