/// The file form of an event: `{"id":"…","type":"…","payload":"<base 64>"}`.
///
/// Written strictly, to the byte as Go's `encoding/json` does; read tolerantly (`EventEnvelope+Decoding`).
enum EventEnvelope {
  private static let idMember: StaticString = #"{"id":""#
  private static let typeMember: StaticString = #"","type":""#
  private static let payloadMember: StaticString = #"","payload":""#
  private static let end: StaticString = #""}"#

  /// Calls `body` with the bytes of the file.
  @inline(__always)
  static func withBytes<Result, Failure: Error>(
    of event: Event, _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Escaping makes six bytes of one at most.
    let capacity =
      64 + EventID.maximumLength + event.type.name.utf8.count * 6
      + Base64.encodedCount(event.payload.count)
    return try unsafe withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) {
      buffer throws(Failure) in
      let target = unsafe buffer.bindMemory(to: UInt8.self)
      let count = unsafe write(event, to: target)
      return try body(unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count]).bytes)
    }
  }

  private static func write(_ event: Event, to target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let base = target.baseAddress else { return 0 }
    var end = unsafe put(idMember, at: base)
    unsafe event.id.putText(at: UnsafeMutableRawPointer(base + end))
    end += event.id.count
    end += unsafe put(typeMember, at: base + end)
    end += unsafe put(event.type, at: base + end)
    end += unsafe put(payloadMember, at: base + end)
    end += unsafe Base64.encode(event.payload.span, to: base + end)
    return unsafe end + put(self.end, at: base + end)
  }

  private static func put(_ text: StaticString, at target: UnsafeMutablePointer<UInt8>) -> Int {
    unsafe target.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return text.utf8CodeUnitCount
  }

  private static func put(_ type: EventType, at target: UnsafeMutablePointer<UInt8>) -> Int {
    var name = type.name
    return name.withUTF8 { bytes in
      var written = 0
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if isPlain[Int(byte)] {
          unsafe target[written] = byte
          written += 1
        } else {
          written += unsafe putEscaped(bytes, &index, at: target + written)
        }
        index += 1
      }
      return written
    }
  }

  /// Bytes that stand for themselves; Go also escapes `<`, `>` and `&`.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    byte >= 0x20 && byte != 0xE2 && !Array("\"\\<>&".utf8).contains(UInt8(byte))
  }

  private static func putEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, at target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let byte = unsafe bytes[index]
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      return unsafe put([UInt8(ascii: "\\"), byte], at: target)
    case UInt8(ascii: "\n"): return unsafe put(Array(#"\n"#.utf8), at: target)
    case UInt8(ascii: "\r"): return unsafe put(Array(#"\r"#.utf8), at: target)
    case UInt8(ascii: "\t"): return unsafe put(Array(#"\t"#.utf8), at: target)
    case 0xE2:
      // U+2028 and U+2029, which old JavaScript takes for line ends: E2 80 A8, E2 80 A9.
      guard index + 2 < bytes.count, unsafe bytes[index + 1] == 0x80,
        unsafe bytes[index + 2] & 0xFE == 0xA8
      else { return unsafe put([byte], at: target) }
      index += 2
      return unsafe put(Array((bytes[index] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8), at: target)
    default:
      let digits = Array("0123456789abcdef".utf8)
      let code = [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      return unsafe put(Array(#"\u00"#.utf8) + code, at: target)
    }
  }

  private static func put(_ bytes: [UInt8], at target: UnsafeMutablePointer<UInt8>) -> Int {
    for (index, byte) in bytes.enumerated() { unsafe target[index] = byte }
    return bytes.count
  }
}
