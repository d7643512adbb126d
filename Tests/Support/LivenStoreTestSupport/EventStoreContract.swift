package import LivenStore
import Testing

/// What every event store does, whatever it stands on.
package struct EventStoreContract<Store: EventStore> {
  let store: Store

  package init(_ store: Store) { self.store = store }

  /// Runs everything; each part uses streams of its own.
  package func check() async throws {
    try await readsWhatWasAppended()
    try await takesARetryAndRefusesAnotherContent()
    try await readsAStreamInIDOrder()
    try await pagesAStream()
    try await refusesStaleVersions()
    try await refusesIDsOutOfOrder()
    try await refusesWhatIsNotThere()
    try await listsStreams()
    try await publishesToSubscribers()
  }

  private func event(_ type: EventType = "Happened", _ payload: String = "{}") throws -> Event {
    try Event(type: type, payload: payload)
  }

  func readsWhatWasAppended() async throws {
    for payload in [[], [0], Array(0...255), [UInt8](repeating: 7, count: 100_000)] as [[UInt8]] {
      let event = try Event(type: "A \"quoted\" <ty&pe>\u{2028}\n\u{1F600}", payload: payload)
      #expect(try await store.append(event).isNew)
      #expect(try await store.read(event.id) == event)
    }
  }

  func takesARetryAndRefusesAnotherContent() async throws {
    let event = try event()
    try await store.append(event, to: ["retry-1"], expecting: .noStream)
    let again = try await store.append(event, to: ["retry-1"], expecting: .noStream)
    #expect(!again.isNew)
    #expect(again.version == 1)
    let other = Event(id: event.id, type: event.type, payload: [1])
    await expectRefusal(.duplicateEvent) { () async throws(EventStoreError) in
      try await store.append(other)
    }
    #expect(try await store.read(event.id) == event)
  }

  func readsAStreamInIDOrder() async throws {
    let events = try (0..<20).map { try event("Counted", "\($0)") }
    for event in events.shuffled() { try await store.append(event) }
    for event in events.shuffled() { #expect(try await store.link(event.id, to: "order-1")) }
    #expect(try await !store.link(events[3].id, to: "order-1"))
    #expect(try await store.readStream("order-1") == events)
  }

  func pagesAStream() async throws {
    let events = try (0..<7).map { try event("Paged", "\($0)") }
    try await store.append(events, to: ["paged-1"], expecting: .noStream)
    var read: [Event] = []
    var after: EventID?
    repeat {
      let page = try await store.readStream("paged-1", after: after, limit: 3)
      #expect(page.version == 7)
      read += page.events
      after = page.next
    } while after != nil
    #expect(read == events)
    for limit in [0, -1] {
      let none = try await store.readStream("paged-1", after: nil, limit: limit)
      #expect(none.events.isEmpty && none.next == nil && none.version == 7)
    }
    #expect(try await store.eventIDs(in: "paged-1") == events.map(\.id))
    #expect(try await store.eventIDs(in: "no-such-stream").isEmpty)
    let positions = try await store.positions(in: "paged-1")
    #expect(events.compactMap { positions[$0.id] } == positions.values.sorted())
  }

  func refusesStaleVersions() async throws {
    let stream: StreamName = "version-1"
    let events = try (0..<4).map { try event("Versioned", "\($0)") }
    #expect(try await store.append(events[0], to: [stream], expecting: .noStream).version == 1)
    #expect(try await store.append(events[1], to: [stream], expecting: .exactly(1)).version == 2)
    for expected in [ExpectedVersion.noStream, .exactly(1), .exactly(3)] {
      let error = await expectRefusal(.versionConflict) { () async throws(EventStoreError) in
        try await store.append(events[2], to: [stream], expecting: expected)
      }
      #expect(error?.conflict?.actual == 2)
      #expect(error?.conflict?.expected == expected)
      if expected == .exactly(1) { #expect(error?.conflict?.between == [events[1].id]) }
    }
    await expectRefusal(.versionConflict) { () async throws(EventStoreError) in
      try await store.append(events[2], to: ["version-none"], expecting: .exists)
    }
    #expect(try await store.append(events[2], to: [stream], expecting: .exists).version == 3)
  }

  func refusesIDsOutOfOrder() async throws {
    let events = try (0..<3).map { try event("Ordered", "\($0)") }
    try await store.append(events[1], to: ["ids-1"])
    await expectRefusal(.idOutOfOrder) { () async throws(EventStoreError) in
      try await store.append(events[0], to: ["ids-1"])
    }
    await expectRefusal(.idOutOfOrder) { () async throws(EventStoreError) in
      try await store.append([events[2], events[1]], to: [], expecting: .any)
    }
  }

  func refusesWhatIsNotThere() async throws {
    let event = try event()
    await expectRefusal(.notFound) { () async throws(EventStoreError) in
      try await store.read(event.id)
    }
    await expectRefusal(.notFound) { () async throws(EventStoreError) in
      try await store.link(event.id, to: "nowhere")
    }
    await expectRefusal(.notFound) { () async throws(EventStoreError) in
      try await store.readStream("no-such-stream")
    }
    await expectRefusal(.invalidName) { () async throws(EventStoreError) in
      try await store.append(Event(id: event.id, type: "", payload: []))
    }
  }

  func listsStreams() async throws {
    let event = try event()
    try await store.append(event, to: ["listed-2", "listed-1"])
    let all = try await store.streams()
    #expect(all.map(\.name) == all.map(\.name).sorted())
    #expect(all.first { $0.name == "listed-1" }?.lastID == event.id)
    let page = try await store.streams(after: "listed-1", limit: 1)
    #expect(page.map(\.name) == ["listed-2"])
  }

  func publishesToSubscribers() async throws {
    let received = Monitor<[EventID]>([])
    let all = store.subscribe(to: ["Published", "Other"]) { event in
      received.withLock { $0.append(event.id) }
    }
    let second = store.subscribe(to: ["Published"]) { event in
      received.withLock { $0.append(event.id) }
    }
    let events = try (0..<50).map { try event("Published", "\($0)") }
    for event in events { try await store.publish(event) }
    try await store.append(try event("Published"))
    try await store.publish(events[0])
    #expect(Deadline.waitFor { received.withLock { $0.count } == 100 })
    all.cancel()
    second.cancel()
    try await store.publish(try event("Published"))
    #expect(received.withLock { $0.count } == 100)
  }

  @discardableResult
  private func expectRefusal<Result>(
    _ code: EventStoreError.Code, _ body: () async throws(EventStoreError) -> Result,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async -> EventStoreError? {
    do throws(EventStoreError) {
      _ = try await body()
      Issue.record("was not refused with \(code)", sourceLocation: sourceLocation)
      return nil
    } catch {
      #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
      return error
    }
  }
}
