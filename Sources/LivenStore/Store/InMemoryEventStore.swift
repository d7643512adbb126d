import Synchronization

/// An event store in memory, for tests and small tools: the same contract, nothing on disk.
public final class InMemoryEventStore: EventStore {
  fileprivate struct Contents {
    var events: [EventID: Event] = [:]
    var streams: [StreamName: [EventID]] = [:]
    /// The order in which links came; an event takes a place in it too.
    var positions: [StreamName: [EventID: Int]] = [:]
    var nextPosition = 0
  }

  private let contents = Mutex(Contents())
  private let subscriptions: any SubscriptionManager

  /// Makes an empty store.
  public init(subscriptions: any SubscriptionManager = InMemorySubscriptionManager()) {
    self.subscriptions = subscriptions
  }

  /// What this store promises.
  public var guarantees: StoreGuarantees {
    StoreGuarantees(acknowledged: .memory, maximumEventBytes: 64 << 20)
  }

  /// Stores events and links them into streams, all or nothing, without telling subscribers.
  @discardableResult
  public func append(
    _ events: [Event], to streams: [StreamName], expecting expected: ExpectedVersion
  ) async throws(EventStoreError) -> AppendResult {
    try change { contents throws(EventStoreError) in
      try contents.append(events, to: streams, expecting: expected)
    }
  }

  /// Links a stored event into a stream; false if it was linked already.
  @discardableResult
  public func link(_ id: EventID, to stream: StreamName) async throws(EventStoreError) -> Bool {
    try change { contents throws(EventStoreError) in
      guard contents.events[id] != nil else { throw .unknownEvent(id) }
      return contents.link(id, to: stream)
    }
  }

  /// Reads an event.
  public func read(_ id: EventID) async throws(EventStoreError) -> Event {
    guard let event = contents.withLock({ $0.events[id] }) else { throw .unknownEvent(id) }
    return event
  }

  /// Reads a part of a stream, in id order.
  public func readStream(
    _ stream: StreamName, after: EventID?, limit: Int
  ) async throws(EventStoreError) -> StreamPage {
    try change { contents throws(EventStoreError) in
      guard let ids = contents.streams[stream] else { throw .unknownStream(stream) }
      let (places, next) = ids.page(after: after, limit: limit)
      return StreamPage(
        events: ids[places].compactMap { contents.events[$0] }, next: next, version: ids.count)
    }
  }

  /// Lists the ids of a stream's events, in id order; empty if there is no such stream.
  public func eventIDs(in stream: StreamName) async throws(EventStoreError) -> [EventID] {
    contents.withLock { $0.streams[stream] ?? [] }
  }

  /// Tells at which position each link of a stream came.
  public func positions(in stream: StreamName) async throws(EventStoreError) -> [EventID: Int] {
    contents.withLock { $0.positions[stream] ?? [:] }
  }

  /// Lists streams by name.
  public func streams(
    after: StreamName?, limit: Int
  ) async throws(EventStoreError) -> [StreamSummary] {
    contents.withLock { contents in
      contents.streams.keys.sorted().filter { name in after.map { name > $0 } ?? true }
        .prefix(limit).map { name in
          let ids = contents.streams[name] ?? []
          return StreamSummary(name: name, version: ids.count, lastID: ids.last)
        }
    }
  }

  /// Stores an event, then tells the subscribers; a retry tells nobody.
  @discardableResult
  public func publish(_ event: Event) async throws(EventStoreError) -> AppendResult {
    let result = try await append([event], to: [], expecting: .any)
    if result.isNew { subscriptions.publish(event) }
    return result
  }

  /// Calls a handler for each event of these types that is published from now on.
  public func subscribe(
    to types: [EventType], handler: @escaping @Sendable (Event) -> Void
  ) -> Subscription {
    subscriptions.subscribe(to: types, handler: handler)
  }

  private func change<Result>(
    _ body: (inout Contents) throws(EventStoreError) -> sending Result
  ) throws(EventStoreError) -> sending Result {
    try contents.withLock { contents throws(EventStoreError) in try body(&contents) }
  }
}

extension InMemoryEventStore.Contents {
  mutating func append(
    _ new: [Event], to names: [StreamName], expecting expected: ExpectedVersion
  ) throws(EventStoreError) -> AppendResult {
    try AppendRules.checkOrder(new, in: names.first)
    for name in names where streams[name] == nil {
      if let problem = name.problemForWriting {
        throw .invalidStreamName(name.description, because: problem)
      }
    }
    for event in new {
      if let stored = events[event.id], stored != event { throw .duplicate(event.id) }
      guard !event.type.name.isEmpty, event.type.name.utf8.count <= EventType.maximumLengthBytes
      else { throw .invalidType(event.type) }
    }
    if let first = names.first {
      let present = streams[first] ?? []
      try AppendRules.check(new, for: first, holding: present, expecting: expected)
    }
    let isNew =
      new.contains { events[$0.id] == nil }
      || names.contains { name in new.contains { positions[name]?[$0.id] == nil } }
    for event in new where events.updateValue(event, forKey: event.id) == nil { nextPosition += 1 }
    for name in names { for event in new { _ = link(event.id, to: name) } }
    return AppendResult(isNew: isNew, version: names.first.map { streams[$0]?.count ?? 0 })
  }

  mutating func link(_ id: EventID, to stream: StreamName) -> Bool {
    var ids = streams[stream] ?? []
    let index = ids.partitioningIndex { $0 >= id }
    if index < ids.count, ids[index] == id { return false }
    ids.insert(id, at: index)
    streams[stream] = ids
    positions[stream, default: [:]][id] = nextPosition
    nextPosition += 1
    return true
  }
}
