#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Moment {
  /// What was made until then, as the ids tell it to the millisecond.
  public static func time(_ date: Date) -> Moment {
    .time(milliseconds: Int64((date.timeIntervalSince1970 * 1_000).rounded(.down)))
  }
}
