/// What went wrong: a code to act on, one sentence that names its subject, and the cause.
///
/// No sentence holds payload bytes. Names in it are as the caller gave them: escape them before they
/// reach a terminal.
public struct EventStoreError: Error, Sendable, CustomStringConvertible {
  /// The kind of the failure.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private let name: String

    private init(_ name: String) { self.name = name }

    /// No such event, stream or folder.
    public static let notFound = Code("notFound")
    /// Another event is stored under this id.
    public static let duplicateEvent = Code("duplicateEvent")
    /// An id, a type or a stream name that no store takes.
    public static let invalidName = Code("invalidName")
    /// The stream is not at the version that the caller expects.
    public static let versionConflict = Code("versionConflict")
    /// The event's id sorts before the stream's last one.
    public static let idOutOfOrder = Code("idOutOfOrder")
    /// A file in the store is no event.
    public static let corruptEvent = Code("corruptEvent")
    /// The folder is no store.
    public static let notAStore = Code("notAStore")
    /// The system refuses access.
    public static let permissionDenied = Code("permissionDenied")
    /// No room for bytes or for files.
    public static let noSpace = Code("noSpace")
    /// Above a limit of the store.
    public static let tooLarge = Code("tooLarge")
    /// Not now; a later try may do.
    public static let unavailable = Code("unavailable")
    /// It may have happened: append ``EventStoreError/unsettledEvents`` again, to a store opened anew.
    public static let outcomeUnknown = Code("outcomeUnknown")
    /// A sync has failed: this handle writes no more, another one of the same store may.
    public static let reopenNeeded = Code("reopenNeeded")
    /// The event is of another kind than the one asked for.
    public static let wrongEventType = Code("wrongEventType")
    /// The event's payload is not what its kind has.
    public static let payloadMismatch = Code("payloadMismatch")
    /// The aggregate has no method for the event.
    public static let handlerNotFound = Code("handlerNotFound")
    /// The aggregate's own method threw at a stored event.
    public static let eventRefused = Code("eventRefused")
    /// A program that events are replayed by died, was silent, or answered what is no state.
    public static let reducerFailed = Code("reducerFailed")
    /// The clock is set back by more than a minute.
    public static let clockBehind = Code("clockBehind")
    /// The file system lacks what the store needs.
    public static let unsupported = Code("unsupported")
    /// Reading or writing failed otherwise.
    public static let ioFailure = Code("ioFailure")

    /// The name of the code.
    public var description: String { name }
  }

  /// The kind of the failure.
  public let code: Code
  /// One sentence that names its subject.
  public let message: String
  /// The error below this one.
  public let cause: (any Error)?
  /// What a refused append met; only with ``Code/versionConflict``.
  public let conflict: VersionConflict?
  /// The events of an append of which it is not known whether they are stored.
  ///
  /// Appending them as they are, to a store opened anew, settles it. Only with ``Code/outcomeUnknown``.
  public internal(set) var unsettledEvents: [Event] = []

  package init(
    code: Code, message: String, cause: (any Error)? = nil, conflict: VersionConflict? = nil
  ) {
    self.code = code
    self.message = message
    self.cause = cause
    self.conflict = conflict
  }

  /// The sentence.
  public var description: String { message }
}
