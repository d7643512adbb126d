/// A moment in the life of an aggregate.
public enum Moment: Sendable, Hashable {
  /// When it had so many events; 0 is before the first.
  case version(Int)
  /// What was made until then, in Unix milliseconds, as the ids tell it.
  case time(milliseconds: Int64)
  /// What had arrived up to this position of the store's order of arrival, itself included.
  case position(Int)
}
