/// Reads a moment as RFC 3339, section 5.6, has it.
struct RFC3339Reader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  mutating func milliseconds() -> Int64? {
    guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2),
      (1...12).contains(month), (1...31).contains(day), take("T") || take("t") || take(" "),
      let hour = number(2), take(":"), let minute = number(2), take(":"), let second = number(2),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let fraction = take(".") ? fractionMilliseconds() : 0
    guard let fraction, let offset = offsetMinutes(), rest.isEmpty else { return nil }
    let days = Int64(Timestamp.days(year: year, month: month, day: day))
    // 30 February would be 1 or 2 March.
    guard Timestamp(milliseconds: days * 86_400_000).day == day else { return nil }
    let minutes = days * 1_440 + Int64(hour * 60 + minute - offset)
    return minutes * 60_000 + Int64(second) * 1_000 + fraction
  }

  private mutating func offsetMinutes() -> Int? {
    if take("Z") || take("z") { return 0 }
    let sign = take("-") ? -1 : take("+") ? 1 : 0
    guard sign != 0, let hour = number(2), take(":"), let minute = number(2) else { return nil }
    return sign * (hour * 60 + minute)
  }

  /// The digits behind the dot, cut to milliseconds.
  private mutating func fractionMilliseconds() -> Int64? {
    var value: Int64 = 0
    var count = 0
    while let byte = rest.first, byte &- 48 < 10 {
      if count < 3 { value = value * 10 + Int64(byte - 48) }
      count += 1
      rest.removeFirst()
    }
    guard count > 0 else { return nil }
    return count == 1 ? value * 100 : count == 2 ? value * 10 : value
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard rest.count >= digits, rest.prefix(digits).allSatisfy({ $0 &- 48 < 10 }) else {
      return nil
    }
    let value = rest.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 48) }
    rest.removeFirst(digits)
    return value
  }

  private mutating func take(_ character: Character) -> Bool {
    guard let byte = rest.first, byte == character.asciiValue else { return false }
    rest.removeFirst()
    return true
  }
}
