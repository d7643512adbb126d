/// A moment as the calendar and the clock have it, without Foundation.
///
/// The calendar is the proleptic Gregorian one; the conversion follows Howard Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms".
package struct Timestamp: Sendable, Hashable {
  package let year: Int
  /// The month, 1–12.
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let millisecond: Int
  /// The day of the week; 0 is Sunday.
  package let weekday: Int
  package let offsetMinutes: Int

  /// Takes Unix milliseconds and how far the local clock is ahead of UTC.
  package init(milliseconds: Int64, offsetMinutes: Int = 0) {
    let local = milliseconds + Int64(offsetMinutes) * 60_000
    let days = Timestamp.floorDivide(local, 86_400_000)
    let rest = Int(local - days * 86_400_000)
    let date = Timestamp.date(days: Int(days))
    (year, month, day) = (date.year, date.month, date.day)
    hour = rest / 3_600_000
    minute = rest / 60_000 % 60
    second = rest / 1_000 % 60
    millisecond = rest % 1_000
    weekday = Int(Timestamp.floorModulo(days + 4, 7))
    self.offsetMinutes = offsetMinutes
  }

  /// The moment as RFC 3339 has it, in UTC: `2024-04-23T10:30:59.700Z`.
  package static func rfc3339(milliseconds: Int64) -> String {
    let time = Timestamp(milliseconds: milliseconds)
    let date = "\(pad(time.year, 4))-\(pad(time.month, 2))-\(pad(time.day, 2))"
    return "\(date)T\(pad(time.hour, 2)):\(pad(time.minute, 2)):\(pad(time.second, 2))"
      + ".\(pad(time.millisecond, 3))Z"
  }

  /// Unix milliseconds of an RFC 3339 text; `nil` if it is none.
  package static func milliseconds(rfc3339 text: String) -> Int64? {
    var reader = RFC3339Reader(text)
    return reader.milliseconds()
  }

  /// A number with zeros in front.
  package static func pad(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = Int(floorDivide(Int64(year), 400))
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = Int(floorDivide(Int64(shifted), 146_097))
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
    a >= 0 ? a / b : -((b - 1 - a) / b)
  }

  private static func floorModulo(_ a: Int64, _ b: Int64) -> Int64 { a - floorDivide(a, b) * b }
}
