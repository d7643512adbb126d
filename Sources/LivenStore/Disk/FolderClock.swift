/// The clock that the times of folders are held against.
enum FolderClock {
  /// Unix time, to the millisecond.
  static func nowNanoseconds() -> Int64 { Int64(SystemClock.unixMilliseconds()) * 1_000_000 }

  /// Whether a time that was read at some moment can be trusted.
  ///
  /// A clock tick may hide a change that comes right after the look: a time counts only if it was at
  /// least 20 ms in the past when it was read, as git does for files.
  static func isTrusted(_ changedNanoseconds: Int64, readAt nowNanoseconds: Int64) -> Bool {
    nowNanoseconds - changedNanoseconds >= 20_000_000
  }
}
