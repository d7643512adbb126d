/// A store of events and of the streams that link to them.
///
/// An event is stored once and never changed. It may be linked into any number of streams, and stands
/// in each of them once. Storing or linking again what is there is a success, so that every call may
/// be tried again.
public protocol EventStore: Sendable {
  /// What this store promises.
  var guarantees: StoreGuarantees { get }

  /// Stores events and links them into streams, without telling subscribers.
  ///
  /// - Parameters:
  ///   - events: in rising order of id.
  ///   - streams: where to link them; may be empty.
  ///   - expected: what must hold of the first stream.
  /// - Returns: whether anything was new, and the first stream's version.
  /// - Throws: ``EventStoreError`` of code `duplicateEvent`, `versionConflict`, `idOutOfOrder`,
  ///   `invalidName`, `tooLarge`, or one of the system's.
  @discardableResult
  func append(
    _ events: [Event], to streams: [StreamName], expecting expected: ExpectedVersion
  ) async throws(EventStoreError) -> AppendResult

  /// Links a stored event into a stream, at the place that its id gives it.
  ///
  /// - Returns: False if it was linked already.
  /// - Throws: ``EventStoreError`` of code `notFound` if there is no such event.
  @discardableResult
  func link(_ id: EventID, to stream: StreamName) async throws(EventStoreError) -> Bool

  /// Reads an event.
  ///
  /// - Throws: ``EventStoreError`` of code `notFound` or `corruptEvent`.
  func read(_ id: EventID) async throws(EventStoreError) -> Event

  /// Reads a part of a stream, in id order.
  ///
  /// - Parameters:
  ///   - stream: the stream.
  ///   - after: the id behind which to start; `nil` for the start.
  ///   - limit: the most events to read.
  /// - Returns: the events, and where the next page starts.
  /// - Throws: ``EventStoreError`` of code `notFound` if there is no such stream.
  func readStream(
    _ stream: StreamName, after: EventID?, limit: Int
  ) async throws(EventStoreError) -> StreamPage

  /// Lists the ids of a stream's events, in id order; empty if there is no such stream.
  ///
  /// - Parameter stream: the stream.
  /// - Returns: the ids.
  /// - Throws: ``EventStoreError`` of one of the system's codes.
  func eventIDs(in stream: StreamName) async throws(EventStoreError) -> [EventID]

  /// Tells at which position of the store's order of arrival each link of a stream came.
  ///
  /// Positions rise with time, and not by one: events and links of other streams lie between.
  ///
  /// - Parameter stream: the stream.
  /// - Returns: a position for each event of the stream; empty if there is no such stream.
  /// - Throws: ``EventStoreError`` of code `unavailable` if the store keeps no order of arrival.
  func positions(in stream: StreamName) async throws(EventStoreError) -> [EventID: Int]

  /// Lists streams by name.
  ///
  /// - Parameters:
  ///   - after: the name behind which to start; `nil` for the start.
  ///   - limit: the most streams to list.
  /// - Returns: names, versions and last events.
  /// - Throws: ``EventStoreError`` of one of the system's codes.
  func streams(
    after: StreamName?, limit: Int
  ) async throws(EventStoreError) -> [StreamSummary]

  /// Stores an event, then tells the subscribers of this handle.
  @discardableResult
  func publish(_ event: Event) async throws(EventStoreError) -> AppendResult

  /// Calls a handler for each event of these types that this handle publishes from now on.
  func subscribe(
    to types: [EventType], handler: @escaping @Sendable (Event) -> Void
  ) -> Subscription
}
