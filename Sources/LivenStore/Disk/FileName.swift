/// A null-terminated name, as system calls take it; valid within the closure that it is given to.
@safe
package struct FileName {
  let pointer: UnsafePointer<CChar>

  init(_ pointer: UnsafePointer<CChar>) { unsafe self.pointer = pointer }
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
