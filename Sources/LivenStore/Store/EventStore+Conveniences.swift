extension EventStore {
  /// Stores one event.
  @discardableResult
  public func append(
    _ event: Event, to streams: [StreamName] = [], expecting expected: ExpectedVersion = .any
  ) async throws(EventStoreError) -> AppendResult {
    try await append([event], to: streams, expecting: expected)
  }

  /// Reads a whole stream, in id order.
  ///
  /// - Throws: ``EventStoreError`` of code `notFound` if there is no such stream.
  public func readStream(_ stream: StreamName) async throws(EventStoreError) -> [Event] {
    try await readStream(stream, after: nil, limit: .max).events
  }

  /// Lists all streams by name.
  public func streams() async throws(EventStoreError) -> [StreamSummary] {
    try await streams(after: nil, limit: .max)
  }
}
