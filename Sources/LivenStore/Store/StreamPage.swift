extension Array<EventID> {
  /// Which ids of a sorted list are on a page, and where the next page starts; `nil` if there is none.
  func page(after: EventID?, limit: Int) -> (places: Range<Int>, next: EventID?) {
    let start = after.map { id in partitioningIndex { $0 > id } } ?? 0
    let end = start + Swift.min(Swift.max(0, limit), count - start)
    return (start..<end, end == count ? nil : end == start ? after : self[end - 1])
  }
}

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
