/// What an append met whose expectation did not hold.
public struct VersionConflict: Sendable, Hashable {
  /// The stream that was asked about.
  public let stream: StreamName
  /// What the caller expected.
  public let expected: ExpectedVersion
  /// The version that the stream has.
  public let actual: Int
  /// The events that came after the version that the caller expected, in id order.
  public let between: [EventID]

  package init(
    stream: StreamName, expected: ExpectedVersion, actual: Int, between: [EventID]
  ) {
    self.stream = stream
    self.expected = expected
    self.actual = actual
    self.between = between
  }
}
