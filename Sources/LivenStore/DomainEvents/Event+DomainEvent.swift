extension Event {
  /// Makes a storable event of a domain event, under a new id.
  ///
  /// - Parameter domainEvent: what happened.
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/clockBehind``, or what encoding it
  ///   throws.
  public init(_ domainEvent: some DomainEvent) throws {
    try self.init(domainEvent, id: ULIDGenerator.shared.next())
  }

  /// Makes a storable event of a domain event under an id that the caller has.
  ///
  /// - Parameters:
  ///   - domainEvent: what happened.
  ///   - id: the id.
  /// - Throws: what encoding the event throws.
  public init<Domain: DomainEvent>(_ domainEvent: Domain, id: EventID) throws {
    self.init(id: id, type: Domain.eventType, payload: try EventCoding.encode(domainEvent))
  }

  /// Reads the event as one of a kind, through its upcasts if it is stored as an older one.
  ///
  /// - Parameter type: the kind.
  /// - Returns: the domain event.
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/wrongEventType`` if the event is of
  ///   another kind, ``EventStoreError/Code/payloadMismatch`` if its payload is not what the kind has.
  public func decode<Domain: DomainEvent>(as type: Domain.Type = Domain.self) throws -> Domain {
    guard let event = try Domain.decoded(self) else {
      throw EventStoreError.wrongType(stored: self.type, asked: Domain.eventType)
    }
    return event
  }
}
