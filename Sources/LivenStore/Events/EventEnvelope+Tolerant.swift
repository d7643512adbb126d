extension EventEnvelope {
  static func decodeTolerantly(_ bytes: Span<UInt8>) throws(EnvelopeProblem) -> Event {
    throw EnvelopeProblem("is not JSON")
  }
}
