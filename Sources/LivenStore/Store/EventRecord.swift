/// What stands in an event's file: the event, or the bytes and what is wrong with them.
package struct EventRecord: Sendable, Hashable {
  /// The id in the file's name.
  package let id: EventID
  /// The event; `nil` if the file holds none.
  package let event: Event?
  /// Why the file holds no event, as a sentence without its subject.
  package let problem: String?
  /// The bytes of a file that holds no event, at most the first 1 MiB.
  package let bytes: [UInt8]
  /// The length of the file.
  package let sizeBytes: Int

  package init(
    id: EventID, event: Event?, problem: String? = nil, bytes: [UInt8] = [], sizeBytes: Int
  ) {
    self.id = id
    self.event = event
    self.problem = problem
    self.bytes = bytes
    self.sizeBytes = sizeBytes
  }
}
