import Synchronization

/// Buffers for the first read of a file, used again and again, without a lock.
///
/// A fresh one each time would be split by the small allocations of what was read, so that the heap
/// grows and every read touches new pages.
@safe
final class ReadBuffers: Sendable {
  private static let placeCount = 16

  private let byteCount: Int
  /// The addresses of buffers that nobody uses now, 0 for none.
  private let free = InlineArray<16, Atomic<UInt>> { _ in Atomic(0) }

  init(byteCount: Int) { self.byteCount = byteCount }

  deinit {
    for place in 0..<ReadBuffers.placeCount {
      unsafe UnsafeMutableRawPointer(bitPattern: free[place].load(ordering: .acquiring))?
        .deallocate()
    }
  }

  /// Lends a buffer for the time of `body`.
  func withBuffer<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // A thread comes back to its place, where its last buffer mostly still lies.
    let place = ThreadIdentity.place
    let bytes =
      unsafe UnsafeMutableRawPointer(bitPattern: free[place].exchange(0, ordering: .acquiring))
      ?? .allocate(byteCount: byteCount, alignment: 4_096)
    defer {
      let address = UInt(bitPattern: bytes)
      let isKept = free[place].compareExchange(
        expected: 0, desired: address, ordering: .releasing
      ).exchanged
      if !isKept { unsafe bytes.deallocate() }
    }
    return try unsafe body(UnsafeMutableRawBufferPointer(start: bytes, count: byteCount))
  }
}
