/// A null-terminated name, as system calls take it; valid within the closure that it is given to.
@safe
package struct FileName {
  let pointer: UnsafePointer<CChar>

  init(_ pointer: UnsafePointer<CChar>) { unsafe self.pointer = pointer }

  /// The name as text.
  package var text: String { unsafe String(cString: pointer) }
}

/// Names that need not be UTF-8, as a folder's listing gives them.
enum FileNameBytes {
  /// Calls `body` with bytes that hold no null as a name for system calls.
  static func with<Result, Failure: Error>(
    _ bytes: [UInt8], _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return try unsafe characters.span.withUnsafeBufferPointer { buffer throws(Failure) in
      guard let base = buffer.baseAddress else { preconditionFailure("no null at the end") }
      return try body(unsafe FileName(base))
    }
  }
}

extension StaticString {
  /// Calls `body` with the text as a name for system calls.
  func withFileName<Result, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // A literal of ASCII ends with a null.
    try unsafe utf8Start.withMemoryRebound(to: CChar.self, capacity: utf8CodeUnitCount + 1) {
      text throws(Failure) in try unsafe body(FileName(text))
    }
  }
}

extension String {
  /// Calls `body` with the text as a name for system calls.
  package func withFileName<Result: ~Copyable, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let bytes = utf8CString
    let span = bytes.span
    return try unsafe span.withUnsafeBufferPointer { buffer throws(Failure) in
      guard let base = buffer.baseAddress else { preconditionFailure("no null at the end") }
      return try body(unsafe FileName(base))
    }
  }
}
