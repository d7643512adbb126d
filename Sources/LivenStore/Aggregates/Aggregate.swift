/// A thing of the domain whose state is what its events made of it.
///
/// It is a struct, so that a handler that throws leaves nothing behind. The macro `@Aggregate` of
/// `LivenStoreMacros` writes ``handledEvents`` and ``handle(_:)`` from the methods `on<EventType>`; by
/// hand it is a few lines:
///
/// ```swift
/// struct User: Aggregate {
///   private(set) var id = ""
///   private(set) var username = ""
///   static let handledEvents: [any DomainEvent.Type] = [UserCreated.self, UserRenamed.self]
///   mutating func handle(_ event: any DomainEvent) throws {
///     switch event {
///     case let event as UserCreated: (id, username) = (event.userID, event.username)
///     case let event as UserRenamed: username = event.newUsername
///     default: throw EventStoreError.handlerNotFound(for: event, on: Self.self)
///     }
///   }
/// }
/// ```
public protocol Aggregate: Sendable {
  /// Makes one to which nothing has happened yet.
  init()

  /// The part of the home stream's name behind the category; empty until an event has set it.
  var id: String { get }

  /// The category of the home streams `<category>-<id>`; by default the name of the type, its first
  /// letter small: `user` for `User`.
  static var category: String { get }

  /// The kinds of events that it handles.
  static var handledEvents: [any DomainEvent.Type] { get }

  /// Changes the state as an event says, or throws why it cannot be.
  ///
  /// - Parameter event: what happened.
  /// - Throws: what the handler throws; ``EventStoreError`` of code
  ///   ``EventStoreError/Code/handlerNotFound`` if no handler takes the event.
  mutating func handle(_ event: any DomainEvent) throws
}

extension Aggregate {
  /// The name of the type, its first letter small.
  public static var category: String {
    let name = String(describing: Self.self)
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The home stream of the aggregate of an id.
  ///
  /// - Parameter id: the id; not empty.
  /// - Returns: `<category>-<id>`.
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/invalidName``.
  public static func homeStream(of id: String) throws(EventStoreError) -> StreamName {
    guard !id.isEmpty else {
      throw EventStoreError(
        code: .invalidName,
        message: "\(Self.self) has no id yet: apply the event that sets it, then save.")
    }
    return try StreamName(validating: "\(category)-\(id)")
  }
}

extension EventStoreError {
  /// What ``Aggregate/handle(_:)`` throws of an event that it does not know.
  public static func handlerNotFound(
    for event: any DomainEvent, on handler: any Aggregate.Type
  ) -> EventStoreError {
    handlerNotFound(String(describing: type(of: event)), on: String(describing: handler))
  }
}
