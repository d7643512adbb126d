/// A step by which a stored event of an older kind becomes one of a newer kind.
///
/// ```swift
/// struct UserRegistered: DomainEvent {          // today's kind
///   var userID: String, name: Name
///   static var upcasts: [Upcast<Self>] {
///     [Upcast(from: UserCreated.self) { old in Self(userID: old.userID, name: Name(old.username)) }]
///   }
/// }
/// ```
/// Steps chain: the older kind may have steps of its own. They are taken wherever stored events are read:
/// ``Event/decode(as:)``, load, replay and subscriptions. What is stored stays as it is.
public struct Upcast<Target: DomainEvent>: Sendable {
  /// The names of the events that this step and those before it read.
  let names: [EventType]
  let decode: @Sendable (Event) throws -> Target?

  /// Makes a step from an older kind.
  ///
  /// - Parameters:
  ///   - source: the older kind.
  ///   - convert: makes the newer event of the older one; what it throws ends the reading.
  public init<Source: DomainEvent>(
    from source: Source.Type, _ convert: @escaping @Sendable (Source) throws -> Target
  ) {
    names = Source.allNames
    decode = { event in try Source.decoded(event).map(convert) }
  }
}
