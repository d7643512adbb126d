extension Event {
  /// The event in the bytes of a file; `nil` if they hold none.
  package init?(fileBytes bytes: [UInt8]) {
    guard let event = try? EventEnvelope.decode(bytes.span) else { return nil }
    self = event
  }

  /// The same by the reader that takes any JSON, without the short way for the usual form.
  package init?(anyJSON bytes: [UInt8]) {
    guard let event = try? EventEnvelope.decodeTolerantly(bytes.span) else { return nil }
    self = event
  }

  /// The bytes of its file.
  package var fileBytes: [UInt8] {
    EventEnvelope.withBytes(of: self) { bytes in
      unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    }
  }
}
