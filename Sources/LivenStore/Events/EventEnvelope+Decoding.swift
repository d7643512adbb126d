extension EventEnvelope {
  /// Reads the form that LivenStore and Go write; anything else goes to the tolerant reader.
  static func decode(_ bytes: Span<UInt8>) throws(EnvelopeProblem) -> Event {
    guard let parts = usualForm(bytes) else { return try decodeTolerantly(bytes) }
    switch Base64.decode(bytes.extracting(parts.payload)) {
    case .success(let payload): return Event(id: parts.id, type: parts.type, payload: payload)
    case .failure: return try decodeTolerantly(bytes)
    }
  }

  /// The id and the type alone, without decoding the payload.
  static func decodeHead(_ bytes: Span<UInt8>) throws(EnvelopeProblem) -> (EventID, EventType) {
    if let parts = usualForm(bytes) { return (parts.id, parts.type) }
    let event = try decodeTolerantly(bytes)
    return (event.id, event.type)
  }

  private struct Parts {
    let id: EventID
    let type: EventType
    let payload: Range<Int>
  }

  private static func usualForm(_ bytes: Span<UInt8>) -> Parts? {
    var end = bytes.count
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    guard end > 40, bytes[end - 1] == UInt8(ascii: "}"), bytes[end - 2] == UInt8(ascii: "\"")
    else { return nil }
    guard let idStart = skip(#"{"id":""#, in: bytes, at: 0),
      let idEnd = plainEnd(bytes, from: idStart),
      let typeStart = skip(#"","type":""#, in: bytes, at: idEnd),
      let typeEnd = plainEnd(bytes, from: typeStart),
      let payloadStart = skip(#"","payload":""#, in: bytes, at: typeEnd), payloadStart <= end - 2,
      let id = EventID(exactly: bytes.extracting(idStart..<idEnd)),
      let type = String(checking: bytes.extracting(typeStart..<typeEnd))
    else { return nil }
    return Parts(id: id, type: EventType(type), payload: payloadStart..<(end - 2))
  }

  private static func skip(_ text: StaticString, in bytes: Span<UInt8>, at start: Int) -> Int? {
    let count = text.utf8CodeUnitCount
    guard start + count <= bytes.count else { return nil }
    let isThere = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      var index = 0
      while unsafe index < count && base[start + index] == text.utf8Start[index] { index += 1 }
      return index == count
    }
    guard isThere else { return nil }
    return start + count
  }

  /// Where the string ends, if it holds no escapes.
  private static func plainEnd(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return index }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
      index += 1
    }
    return nil
  }
}

extension String {
  /// Takes bytes that are UTF-8; `nil` if they are not.
  fileprivate init?(checking bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    // What is no UTF-8 was replaced.
    guard utf8.count == bytes.count else { return nil }
    var index = 0
    for byte in utf8 {
      if byte != bytes[index] { return nil }
      index += 1
    }
  }
}
