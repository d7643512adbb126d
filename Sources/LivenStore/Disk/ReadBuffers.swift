import Synchronization

/// Buffers for the first read of a file, used again and again, without a lock.
///
/// A fresh one each time would be split by the small allocations of what was read, so that the heap
/// grows and every read touches new pages.
@safe
final class ReadBuffers: Sendable {
  private static let placeCount = 16
  /// Places are a cache line apart, so that threads do not wait for each other's.
  private static let distance = 8

  private let byteCount: Int
  /// The addresses of buffers that nobody uses now, 0 for none: ``placeCount`` times ``distance`` of them.
  private let free = InlineArray<128, Atomic<UInt>> { _ in Atomic(0) }

  init(byteCount: Int) { self.byteCount = byteCount }

  deinit { while let bytes = unsafe take(from: 0) { unsafe bytes.deallocate() } }

  /// Lends a buffer for the time of `body`.
  func withBuffer<Result, Failure: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // A thread comes back to its place, where its last buffer mostly still lies.
    let place = ThreadIdentity.place
    let bytes = unsafe take(from: place) ?? .allocate(byteCount: byteCount, alignment: 4_096)
    defer { unsafe put(bytes, at: place) }
    return try unsafe body(UnsafeMutableRawBufferPointer(start: bytes, count: byteCount))
  }

  /// The buffer of a place, or of the next one that has any.
  private func take(from place: Int) -> UnsafeMutableRawPointer? {
    for step in 0..<ReadBuffers.placeCount {
      let index = (place + step) % ReadBuffers.placeCount * ReadBuffers.distance
      if free[index].load(ordering: .relaxed) == 0 { continue }
      let address = free[index].exchange(0, ordering: .acquiring)
      if let bytes = unsafe UnsafeMutableRawPointer(bitPattern: address) { return unsafe bytes }
    }
    return nil
  }

  private func put(_ bytes: UnsafeMutableRawPointer, at place: Int) {
    let address = UInt(bitPattern: bytes)
    for step in 0..<ReadBuffers.placeCount {
      let index = (place + step) % ReadBuffers.placeCount * ReadBuffers.distance
      let isKept = free[index].compareExchange(
        expected: 0, desired: address, ordering: .releasing
      ).exchanged
      if isKept { return }
    }
    unsafe bytes.deallocate()
  }
}
