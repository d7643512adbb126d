internal import LivenStore

/// Moments and spans as text.
package enum TimestampText {
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The time of day: `12:06:40.001`.
  package static func clock(_ milliseconds: Int64, offsetMinutes: Int) -> String {
    seconds(milliseconds, offsetMinutes: offsetMinutes) + "."
      + Timestamp.pad(Timestamp(milliseconds: milliseconds).millisecond, 3)
  }

  /// The time of day to the second: `12:06:40`.
  package static func seconds(_ milliseconds: Int64, offsetMinutes: Int) -> String {
    let time = Timestamp(milliseconds: milliseconds, offsetMinutes: offsetMinutes)
    return [time.hour, time.minute, time.second].map { Timestamp.pad($0, 2) }.joined(separator: ":")
  }

  /// The day and the time of day: `23 Apr 12:06`.
  package static func dayAndMinute(_ milliseconds: Int64, offsetMinutes: Int) -> String {
    let time = Timestamp(milliseconds: milliseconds, offsetMinutes: offsetMinutes)
    return "\(time.day) \(months[time.month - 1]) \(Timestamp.pad(time.hour, 2)):"
      + Timestamp.pad(time.minute, 2)
  }

  /// The date: `23 Apr 2024`.
  package static func date(_ milliseconds: Int64, offsetMinutes: Int) -> String {
    date(Timestamp(milliseconds: milliseconds, offsetMinutes: offsetMinutes))
  }

  static func date(_ time: Timestamp) -> String {
    "\(time.day) \(months[time.month - 1]) \(time.year)"
  }

  /// The whole moment: `Tue 23 Apr 2024 12:30:59.700 +02:00`.
  package static func full(_ milliseconds: Int64, offsetMinutes: Int) -> String {
    let time = Timestamp(milliseconds: milliseconds, offsetMinutes: offsetMinutes)
    let zone = abs(offsetMinutes)
    return weekdays[time.weekday] + " " + date(milliseconds, offsetMinutes: offsetMinutes) + " "
      + clock(milliseconds, offsetMinutes: offsetMinutes)
      + (offsetMinutes < 0 ? " -" : " +") + Timestamp.pad(zone / 60, 2) + ":"
      + Timestamp.pad(zone % 60, 2)
  }

  /// `+31.87 s`, `+5m19s`, `+3h02m`, `+12d04h`: the span since the event before.
  package static func elapsed(_ milliseconds: Int64) -> String {
    let sign = milliseconds < 0 ? "-" : "+"
    let span = abs(milliseconds) + (abs(milliseconds) < 100_000 ? 5 : 500)
    if span < 100_000 {
      return "\(sign)\(span / 1_000).\(Timestamp.pad(Int(span % 1_000 / 10), 2)) s"
    }
    return sign + units(span)
  }

  /// The same in 7 columns: `+0.01 s`, but `+31.9 s`.
  package static func elapsedBriefly(_ milliseconds: Int64) -> String {
    let span = abs(milliseconds) + 50
    guard abs(milliseconds) >= 9_995, span < 100_000 else { return elapsed(milliseconds) }
    return "\(milliseconds < 0 ? "-" : "+")\(span / 1_000).\(span % 1_000 / 100) s"
  }

  /// The span until now: `4 s ago`.
  package static func ago(_ milliseconds: Int64) -> String {
    milliseconds < 100_000 ? "\(max(0, milliseconds) / 1_000) s ago" : units(milliseconds) + " ago"
  }

  private static func units(_ span: Int64) -> String {
    let seconds = Int(span / 1_000)
    if seconds < 3_600 { return "\(seconds / 60)m\(Timestamp.pad(seconds % 60, 2))s" }
    if seconds < 86_400 {
      return "\(seconds / 3_600)h\(Timestamp.pad(seconds / 60 % 60, 2))m"
    }
    return "\(seconds / 86_400)d\(Timestamp.pad(seconds / 3_600 % 24, 2))h"
  }
}
