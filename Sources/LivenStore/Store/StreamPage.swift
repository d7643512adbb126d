/// A part of a stream, in id order.
public struct StreamPage: Sendable, Hashable {
  /// The events.
  public let events: [Event]
  /// Where the next page starts: after this id; `nil` on the last page.
  public let next: EventID?
  /// The number of events in the whole stream.
  public let version: Int

  /// Puts a page together.
  public init(events: [Event], next: EventID?, version: Int) {
    self.events = events
    self.next = next
    self.version = version
  }
}
