/// A stream without its events.
public struct StreamSummary: Sendable, Hashable {
  /// The name.
  public let name: StreamName
  /// The number of events in it.
  public let version: Int
  /// The event that sorts last; `nil` in an empty stream.
  public let lastID: EventID?

  /// Puts a summary together.
  public init(name: StreamName, version: Int, lastID: EventID?) {
    self.name = name
    self.version = version
    self.lastID = lastID
  }
}
