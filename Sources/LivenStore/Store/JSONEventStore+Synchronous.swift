extension JSONEventStore {
  /// Stores events and links them into streams, without telling subscribers.
  @discardableResult
  public func append(
    _ events: [Event], to streams: [StreamName], expecting expected: ExpectedVersion
  ) throws(EventStoreError) -> AppendResult {
    try folder.append(CommitUnit(events: events, streams: streams, expected: expected))
  }

  /// Stores one event, without telling subscribers.
  @discardableResult
  public func append(
    _ event: Event, to streams: [StreamName] = [], expecting expected: ExpectedVersion = .any
  ) throws(EventStoreError) -> AppendResult {
    try folder.append(CommitUnit(events: [event], streams: streams, expected: expected))
  }

  /// Links a stored event into a stream; false if it was linked already.
  @discardableResult
  public func link(_ id: EventID, to stream: StreamName) throws(EventStoreError) -> Bool {
    try folder.link(id, to: stream)
  }

  /// Reads an event.
  public func read(_ id: EventID) throws(EventStoreError) -> Event {
    try folder.read(id)
  }

  /// Reads a part of a stream, in id order.
  public func readStream(
    _ stream: StreamName, after: EventID?, limit: Int
  ) throws(EventStoreError) -> StreamPage {
    try folder.readStream(stream, after: after, limit: limit)
  }

  /// Reads a whole stream, in id order.
  public func readStream(_ stream: StreamName) throws(EventStoreError) -> [Event] {
    try folder.readStream(stream, after: nil, limit: .max).events
  }

  /// Lists the ids of a stream's events, in id order; empty if there is no such stream.
  public func eventIDs(in stream: StreamName) throws(EventStoreError) -> [EventID] {
    try folder.ids(in: stream)
  }

  /// Tells at which row of the ledger each link of a stream came; makes a ledger if there is none.
  public func positions(in stream: StreamName) throws(EventStoreError) -> [EventID: Int] {
    try linkPositions(in: stream)
  }

  /// Lists streams by name.
  public func streams(
    after: StreamName? = nil, limit: Int = .max
  ) throws(EventStoreError) -> [StreamSummary] {
    try streamsNow(after: after, limit: limit)
  }

  /// Stores an event, then tells the subscribers of this handle; a retry tells nobody.
  @discardableResult
  public func publish(_ event: Event) throws(EventStoreError) -> AppendResult {
    try publishNow(event)
  }
}
