internal import LivenStore

/// Makes a struct an aggregate whose events are handled by its methods `on<EventType>`.
///
/// ```swift
/// import LivenStore
/// import LivenStoreMacros
///
/// @Aggregate
/// struct User {
///   private(set) var id = ""
///   private(set) var username = ""
///
///   private mutating func onUserCreated(_ event: UserCreated) {
///     (id, username) = (event.userID, event.username)
///   }
///
///   private mutating func onUserRenamed(_ event: UserRenamed) throws {
///     guard !event.newUsername.isEmpty else { throw UserError.nameIsEmpty }
///     username = event.newUsername
///   }
/// }
/// ```
/// The struct then conforms to `Aggregate`: the macro writes `handledEvents` and `handle(_:)`, a switch
/// with a case for each handler. To a public or package struct that has no `init()` it adds one; so each
/// stored member needs a default value. An event without a handler throws `EventStoreError` of code
/// `handlerNotFound`: "method onUserDeleted not found on handler User".
///
/// A handler is a method whose name is `on` and a capital letter. It may be private, throw, and give its
/// parameter a label. The compiler refuses one that
/// - does not have exactly one parameter, or takes another event than its name says; `onUserCreated` takes
///   `UserCreated`, `Events.UserCreated` or a generic `UserCreated<Detail>`,
/// - is not mutating, is async or generic, or returns something,
/// - is there twice, or stands in `#if`.
///
/// It also refuses the macro on anything but a struct, and warns of one without any handler. Handlers in an
/// extension of the struct are invisible to the macro: keep them in the struct itself. A struct within
/// another type names the events of that type in full, `Shop.Opened`: the conformance stands outside of both.
/// Where imports are internal by default, a public struct needs `public import LivenStore`; that the import
/// is used, the compiler sees of a struct that states `: Aggregate` itself.
@attached(extension, conformances: Aggregate, names: named(handledEvents), named(handle))
@attached(member, names: named(init))
public macro Aggregate() =
  #externalMacro(module: "LivenStoreMacrosPlugin", type: "AggregateMacro")
