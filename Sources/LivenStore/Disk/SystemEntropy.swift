import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Random bits of the system, drawn 256 bytes at a time (`getentropy(3)` gives no more at once).
package enum SystemEntropy {
  private struct Pool {
    var words: [UInt64] = []
  }

  private static let pool = Mutex(Pool())

  /// 80 random bits.
  package static func randomBits() -> (UInt16, UInt64) {
    pool.withLock { pool in
      if pool.words.count < 2 { pool.words = refill() }
      let high = UInt16(truncatingIfNeeded: pool.words.removeLast())
      return (high, pool.words.removeLast())
    }
  }

  private static func refill() -> [UInt64] {
    unsafe [UInt64](unsafeUninitializedCapacity: 32) { buffer, count in
      let failure = unsafe getentropy(buffer.baseAddress, 256)
      precondition(failure == 0, "the system gives no random bytes: \(Errno.current)")
      count = 32
    }
  }
}
