import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Remembers one thread, to tell later whether the caller is on it.
final class ThreadIdentity: Sendable {
  private let number = Atomic<UInt>(0)

  func setCurrent() { number.store(ThreadIdentity.current, ordering: .releasing) }

  var isCurrent: Bool { number.load(ordering: .acquiring) == ThreadIdentity.current }

  /// One of sixteen places for this thread, the same each time.
  static var place: Int {
    Int((UInt64(current) &* 0x9E37_79B9_7F4A_7C15) >> 60)
  }

  private static var current: UInt {
    #if canImport(Darwin)
      UInt(bitPattern: unsafe pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }
}
