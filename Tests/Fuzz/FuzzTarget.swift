import Foundation
import LivenStore
import TerminalUI

/// What is tried with bytes of any kind; each must end, and hold what it promises.
enum FuzzTarget: String, CaseIterable {
  case envelope, id, base64, stream, sanitizer, name, inner, expression

  /// A trap is a finding: libFuzzer writes the bytes down.
  func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .envelope: envelope(bytes)
    case .id:
      guard let id = EventID(text) else { return }
      precondition(EventID(id.description) == id)
      precondition(id.ulid.map { EventID($0) == id } ?? true)
    case .base64:
      guard let decoded = Base64Text.decoded(text) else { return }
      precondition(Base64Text.decoded(Base64Text.encoded(decoded)) == decoded)
      precondition(Data(decoded).base64EncodedString() == Base64Text.encoded(decoded))
    case .stream:
      guard let name = StreamName(text) else { return }
      let bytes = Array(name.description.utf8)
      precondition(!bytes.contains(0) && !bytes.contains(UInt8(ascii: "/")) && bytes.first != 0x2E)
      precondition((1...255).contains(bytes.count))
    case .sanitizer: sanitizer(bytes, text)
    case .name:
      guard let id = InnerFileReaders.id(inFileName: bytes) else { return }
      precondition(Array("\(id).json".utf8) == bytes)
    case .expression: expression(text)
    case .inner: precondition(InnerFileReaders.count(reading: bytes) <= 5)
    }
  }

  /// Both readers agree, and what is written again is read again.
  private func envelope(_ bytes: [UInt8]) {
    let event = Event(fileBytes: bytes)
    precondition(event == Event(anyJSON: bytes))
    guard let event else { return }
    let written = event.fileBytes
    precondition(Event(fileBytes: written) == event)
    let other = try? JSONSerialization.jsonObject(with: Data(written)) as? [String: String]
    precondition(other?["id"] == event.id.description)
    precondition(other?["payload"].flatMap { Data(base64Encoded: $0) } == Data(event.payload))
  }

  /// What is read as a condition can be asked of an event; a path is written as it is read.
  private func expression(_ text: String) {
    if let path = StatePath(text) { precondition(StatePath(path.text) == path) }
    guard let condition = try? EventExpression(text), let id = EventID("01HX7Y8K9M2N3P4Q5R6S7T8V9W")
    else { return }
    let tree = JSONValue.object([JSONMember(name: "a", value: .array([.number("1"), .null]))])
    _ = ExpressionMatcher(condition).holds(of: ExpressionSubject(type: "T", id: id, tree: tree))
  }

  private func sanitizer(_ bytes: [UInt8], _ text: String) {
    for safe in [TextSanitizer.sanitized(text), TextSanitizer.sanitized(utf8: bytes[...])] {
      for scalar in safe.unicodeScalars {
        precondition(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        precondition(
          !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
        precondition(
          !(0x200B...0x200F).contains(scalar.value) && !(0xE0000...0xE007F).contains(scalar.value))
      }
    }
  }
}

/// Which target the process runs: `FUZZ_TARGET`.
let chosen =
  ProcessInfo.processInfo.environment["FUZZ_TARGET"].flatMap { FuzzTarget(rawValue: $0) }
  ?? .envelope

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let begin = SystemClock.processorNanoseconds()
  unsafe chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
  precondition(SystemClock.processorNanoseconds() - begin < 100_000_000, "over 100 ms")
  return 0
}
