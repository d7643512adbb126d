/// When folders were last changed, as far as their times can be trusted.
struct FolderTimes {
  private var trusted: [StreamName?: Int64] = [:]

  /// Takes in the time of a folder, `nil` if it has none, and when it was read; true if it may have changed since
  /// the last look.
  @discardableResult
  mutating func note(
    _ time: Int64?, as name: StreamName?,
    readAt now: Int64 = FolderClock.nowNanoseconds()
  ) -> Bool {
    guard let time else { return true }
    let isUnchanged = trusted[name] == time
    trusted[name] = FolderClock.isTrusted(time, readAt: now) ? time : nil
    return !isUnchanged
  }

  /// The time of a folder at the last look, if it can be trusted.
  func trustedTime(of name: StreamName?) -> Int64? { trusted[name] }
}
