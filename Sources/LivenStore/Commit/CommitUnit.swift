/// Events to append, the streams to link them into, and what must hold of the first stream.
struct CommitUnit: Sendable {
  let events: [Event]
  let streams: [StreamName]
  let expected: ExpectedVersion

  /// One event of no stream is there or is not there; anything more needs an intent to be all or nothing.
  var isSingle: Bool { events.count == 1 && streams.isEmpty }
}
