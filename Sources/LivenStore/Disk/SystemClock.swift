import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time and the randomness of the system, for those to whom no other are given.
package enum SystemClock {
  /// Milliseconds since 1970 (`CLOCK_REALTIME`).
  package static func unixMilliseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
  }

  /// Nanoseconds that only rise (`CLOCK_MONOTONIC`).
  package static func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Processor time of this process in nanoseconds (`CLOCK_PROCESS_CPUTIME_ID`).
  package static func processorNanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Sleeps for at least this long unless a signal comes.
  package static func sleep(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1_000)
  }
}
