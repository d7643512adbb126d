/// Moments as people write them: RFC 3339, of which the end may be left out.
package enum MomentText {
  /// Unix milliseconds of `2024-04-23T10:30:59Z`, of a time without its zone (UTC), of a minute, a day, a
  /// month, a year; `nil` if it is none.
  package static func milliseconds(_ text: String) -> Int64? {
    let endings = ["", "Z", ":00Z", "T00:00:00Z", "-01T00:00:00Z", "-01-01T00:00:00Z"]
    return endings.lazy.compactMap { Timestamp.milliseconds(rfc3339: text + $0) }.first
  }

  /// The same with times without their zone in one that is so many minutes ahead of UTC.
  package static func milliseconds(_ text: String, offsetMinutes: (Int64) -> Int) -> Int64? {
    if let time = Timestamp.milliseconds(rfc3339: text) { return time }
    if text.hasSuffix("Z") { return milliseconds(String(text.dropLast())) }
    return milliseconds(text).map { $0 - Int64(offsetMinutes($0)) * 60_000 }
  }
}
