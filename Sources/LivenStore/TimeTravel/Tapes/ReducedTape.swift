/// The states that a program makes; it is run once, and all its answers are kept.
package struct ReducedTape: StateTape {
  package private(set) var entries: [ReplayEntry] = []
  private var archive = StateArchive()
  private var run: ReducerRun?
  /// How many answers of the run were taken, and how many it is to give.
  private var answered = 0
  /// The places of the entries that are not ignored, in their order.
  private var given: [Int] = []
  private let reducer: Reducer
  private let read: EventReading

  private static let waitMilliseconds: Int32 = 50

  package init(_ reducer: Reducer, read: @escaping EventReading) {
    self.reducer = reducer
    self.read = read
  }

  package var reach: Int {
    guard archive.count < given.count else { return entries.count }
    return given[archive.count] - 1
  }

  package mutating func show(_ new: [ReplayEntry]) {
    let common = Self.common(entries, new)
    entries = new
    archive.keep(first: given.prefix { $0 <= common }.count)
    given = new.indices.filter { !new[$0].isIgnored }.map { $0 + 1 }
    run = nil
  }

  package mutating func advance(by count: Int) throws -> [Int: any Error]? {
    guard archive.count < given.count else { return [:] }
    let run = try self.run ?? start()
    for _ in 0..<count where archive.count < given.count {
      guard let state = try answer(of: run) else { return nil }
      answered += 1
      // The program begins anew where events come in; what it says of the ones before is known.
      if answered > archive.count { archive.append(state) }
    }
    if archive.count == given.count { self.run = nil }
    return [:]
  }

  private func answer(of run: ReducerRun) throws -> [UInt8]? {
    do { return try run.next(timeoutMilliseconds: ReducedTape.waitMilliseconds) } catch {
      // The program may have ended because there was no event to give to it.
      if answered < given.count { _ = try entries[given[answered] - 1].read(read) }
      throw error
    }
  }

  private mutating func start() throws -> ReducerRun {
    let (entries, given, read) = (entries, given, read)
    let run = try ReducerRun(reducer, count: given.count) { index in
      let entry = entries[given[index] - 1]
      return (try? entry.read(read)).map { event in
        JSONWriter.bytes(
          of: EventJSON.value(event, streams: entry.streams, version: entry.version))
      }
    }
    (self.run, answered) = (run, 0)
    return run
  }

  package mutating func forEachStep(
    in places: ClosedRange<Int>, _ body: (TimelineStep<JSONValue>) throws -> Bool
  ) rethrows {
    var before = state(at: places.lowerBound - 1)
    for place in places where place <= entries.count {
      let entry = entries[place - 1]
      let after = entry.isIgnored ? before : state(at: place)
      var (event, failure) = (Event(id: entry.id, type: "", payload: []), nil as (any Error)?)
      do { event = try entry.read(read) } catch { failure = error }
      let step = TimelineStep(
        version: entry.version, event: event, before: before, after: after, error: failure,
        elapsed: .zero, tree: { $0 })
      before = after
      guard try body(step) else { return }
    }
  }

  /// The state behind a place; null before the first event.
  private func state(at place: Int) -> JSONValue {
    let index = given.partitioningIndex { $0 > place } - 1
    guard index >= 0 else { return .null }
    return (try? JSONParser.parse(archive[index])) ?? .null
  }
}
