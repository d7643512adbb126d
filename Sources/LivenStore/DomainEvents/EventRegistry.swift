/// Which kind of domain event is stored under which name.
///
/// It knows former names, names that Go puts a package before (`*main.UserCreated`), and older kinds that
/// upcasts lead from.
public struct EventRegistry: Sendable {
  private typealias Decode = @Sendable (Event) throws -> (any DomainEvent)?

  private var decoders: [EventType: [Decode]] = [:]

  /// Takes kinds of events; where two read the same name, the first whose members are there is taken.
  public init(_ types: [any DomainEvent.Type] = []) {
    for type in types { register(type) }
  }

  /// Adds a kind of event.
  public mutating func register(_ type: (some DomainEvent).Type) {
    let decode: Decode = { event in try type.decoded(event) }
    for name in Set(type.allNames.flatMap { [$0, EventType($0.shortName)] }) {
      decoders[name, default: []].append(decode)
    }
  }

  /// Whether an event that is stored under a name can be read.
  public func knows(_ type: EventType) -> Bool { !decoders(of: type).isEmpty }

  /// Reads a stored event as the kind that its name stands for.
  ///
  /// - Parameter event: the stored event.
  /// - Returns: the domain event; `nil` if no kind of this name is registered.
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/payloadMismatch``, or what an upcast
  ///   throws.
  public func decode(_ event: Event) throws -> (any DomainEvent)? {
    var failure: (any Error)?
    for decode in decoders(of: event.type) {
      do {
        if let found = try decode(event) { return found }
      } catch let error as EventStoreError where error.code == .payloadMismatch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return nil
  }

  private func decoders(of type: EventType) -> [Decode] {
    decoders[type] ?? decoders[EventType(type.shortName)] ?? []
  }
}
