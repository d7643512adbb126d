/// When folders were last changed, as far as their times can be trusted.
///
/// A clock tick may hide a change that comes right after the look: a time counts only if it was at
/// least 20 ms in the past when it was read, as git does for files.
struct FolderTimes {
  private var trusted: [StreamName?: Int64] = [:]

  /// Takes in the time of a folder, `nil` if it has none, and when it was read; true if it may have changed since
  /// the last look.
  @discardableResult
  mutating func note(
    _ time: Int64?, as name: StreamName?,
    readAt now: Int64 = Int64(SystemClock.unixMilliseconds()) * 1_000_000
  ) -> Bool {
    guard let time else { return true }
    let isUnchanged = trusted[name] == time
    trusted[name] = now - time >= 20_000_000 ? time : nil
    return !isUnchanged
  }
}
