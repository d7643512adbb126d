/// Something that happened: an id, a type and a payload of any bytes, never changed once stored.
public struct Event: Sendable, Hashable {
  /// The id, which also tells the time and the order.
  public let id: EventID
  /// The name of what happened.
  public let type: EventType
  /// The bytes that say the rest, most often JSON.
  public let payload: [UInt8]

  /// Puts an event together under an id that the caller has.
  public init(id: EventID, type: EventType, payload: [UInt8]) {
    self.id = id
    self.type = type
    self.payload = payload
  }

  /// Makes an event under a new id, so that storing it can be tried again safely for ever.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/clockBehind``.
  public init(type: EventType, payload: [UInt8]) throws(EventStoreError) {
    self.init(id: try ULIDGenerator.shared.next(), type: type, payload: payload)
  }

  /// Makes an event whose payload is text, most often JSON, under a new id.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/clockBehind``.
  public init(type: EventType, payload: String) throws(EventStoreError) {
    try self.init(type: type, payload: Array(payload.utf8))
  }
}
