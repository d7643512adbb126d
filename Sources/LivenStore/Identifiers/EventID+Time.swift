extension EventID {
  /// The value of the id if it is a ULID of either case.
  public var ulid: ULID? {
    guard count == 26, self[0] <= UInt8(ascii: "7") else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<26 {
      let value = Crockford.values[Int(self[index])]
      guard value < 32 else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | UInt64(value)
    }
    return ULID(high: high, low: low)
  }

  /// When the event was made, in Unix milliseconds, as the first ten digits say.
  ///
  /// Only these digits need be Crockford's: an id such as `01HX7Y8K9M2N3P4Q5R6S7T8U9V`, whose `U` is
  /// none, still tells its time. `nil` if there is no time in the id.
  public var timeMilliseconds: Int64? {
    guard count == 26, self[0] <= UInt8(ascii: "7") else { return nil }
    var time: Int64 = 0
    for index in 0..<10 {
      let value = Crockford.values[Int(self[index])]
      guard value < 32 else { return nil }
      time = time << 5 | Int64(value)
    }
    return time
  }
}
