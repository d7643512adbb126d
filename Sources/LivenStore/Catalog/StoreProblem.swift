/// Something in a store's folder that is not as it should be; the rest of the store works on.
package struct StoreProblem: Sendable, Hashable {
  /// The file or folder, relative to the store.
  package let subject: String
  /// What is wrong, as a sentence without its subject and its stop.
  package let message: String
  /// The event that it concerns.
  package let id: EventID?
  /// The stream that it concerns.
  package let stream: StreamName?
  /// How much it matters.
  package let level: VerificationFinding.Level

  package init(
    subject: String, message: String, id: EventID? = nil, stream: StreamName? = nil,
    level: VerificationFinding.Level = .error
  ) {
    self.level = level
    self.subject = subject
    self.message = message
    self.id = id
    self.stream = stream
  }
}
