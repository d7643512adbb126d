/// Something that happened, as a type of the program: its members are the payload.
///
/// ```swift
/// struct UserCreated: DomainEvent {
///   var userID: String
///   var username: String
///   enum CodingKeys: String, CodingKey { case userID = "user_id", username }
/// }
/// ```
/// The payload is JSON; a `Date` in it is text in the form of RFC 3339 to the millisecond, `Data` is
/// base 64. A stored event of an empty payload is read as one of no members.
public protocol DomainEvent: Codable, Sendable {
  /// The name that stored events carry; by default the name of the type.
  ///
  /// To be read by the Go program `main`, give `"*main.UserCreated"`.
  static var eventType: EventType { get }

  /// Names that events of this kind carried before; they are read as this type.
  static var formerEventTypes: [EventType] { get }

  /// How events of older kinds become this one; none by default.
  static var upcasts: [Upcast<Self>] { get }
}

extension DomainEvent {
  /// The name of the type, without its module.
  public static var eventType: EventType { EventType(String(describing: Self.self)) }

  /// None.
  public static var formerEventTypes: [EventType] { [] }

  /// None.
  public static var upcasts: [Upcast<Self>] { [] }
}

extension DomainEvent {
  /// Whether an event that is stored under a name is of this kind, whatever package Go puts before it.
  static func isNamed(_ type: EventType) -> Bool {
    if type == eventType || formerEventTypes.contains(type) { return true }
    // A name that is given with its package is that package's alone.
    let name = type.shortName
    return ([eventType] + formerEventTypes).contains { own in own.name == name }
      || name == type.name && ([eventType] + formerEventTypes).contains { $0.shortName == name }
  }

  /// All names under which an event is stored that becomes this one.
  static var allNames: [EventType] {
    [eventType] + formerEventTypes + upcasts.flatMap(\.names)
  }

  /// Reads a stored event; `nil` if its name is none of this kind's.
  ///
  /// Older kinds may share the name with this one: they are tried when the payload is not of this one.
  static func decoded(_ event: Event) throws -> Self? {
    var failure: (any Error)?
    if isNamed(event.type) {
      do {
        return try EventCoding.decode(Self.self, from: event)
      } catch {
        failure = error
      }
    }
    for upcast in upcasts {
      do {
        if let found = try upcast.decode(event) { return found }
      } catch let error as EventStoreError where error.code == .payloadMismatch {
        // Another older kind may share the name.
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return nil
  }
}
