import Synchronization

/// Buffers for the first read of a file, used again and again.
///
/// A fresh one each time would be split by the small allocations of what was read, so that the heap
/// grows and every read touches new pages.
@safe
final class ReadBuffers: Sendable {
  @safe
  private final class Buffer: Sendable {
    nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

    init(byteCount: Int) {
      unsafe bytes = .allocate(byteCount: byteCount, alignment: 4_096)
    }

    deinit { unsafe bytes.deallocate() }
  }

  private let byteCount: Int
  private let free = Mutex<[Buffer]>([])

  init(byteCount: Int) { self.byteCount = byteCount }

  /// Lends a buffer for the time of `body`; as many exist as were ever lent at once.
  func withBuffer<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = free.withLock { $0.popLast() } ?? Buffer(byteCount: byteCount)
    defer { free.withLock { $0.append(buffer) } }
    return try unsafe body(buffer.bytes)
  }
}
