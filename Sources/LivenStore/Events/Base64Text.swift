/// Base 64 as text, for lines that people and programs exchange.
package enum Base64Text {
  /// The text of bytes.
  package static func encoded(_ bytes: [UInt8]) -> String {
    unsafe String(unsafeUninitializedCapacity: Base64.encodedCount(bytes.count) + 4) { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe Base64.encode(bytes.span, to: base)
    }
  }

  /// The bytes of a text; `nil` if it is none.
  package static func decoded(_ text: String) -> [UInt8]? {
    try? Base64.decode(Array(text.utf8).span).get()
  }
}
