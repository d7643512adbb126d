import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The time zone of the machine, or of `TZ`.
package enum LocalTime {
  /// How far the local clock is ahead of UTC at a moment, in minutes.
  package static func offsetMinutes(atMilliseconds milliseconds: Int64) -> Int {
    var seconds = time_t(milliseconds / 1_000)
    var parts = unsafe tm()
    guard unsafe localtime_r(&seconds, &parts) != nil else { return 0 }
    return unsafe parts.tm_gmtoff / 60
  }
}
