/// An open file or folder with one owner, closed when the owner lets go of it.
package struct FileDescriptor: ~Copyable, Sendable {
  package let number: Int32
  private let close: @Sendable (Int32) -> Void

  /// Owns what was opened; `close` gives it back to the disk that it came from.
  package init(
    owning number: Int32, close: @escaping @Sendable (Int32) -> Void = SystemCalls.close
  ) {
    self.number = number
    self.close = close
  }

  deinit { close(number) }
}
