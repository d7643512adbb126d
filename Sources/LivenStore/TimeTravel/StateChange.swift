/// A value in a state that an event added, removed or changed.
public struct StateChange: Sendable, Hashable {
  /// Where the value stands, as `jq` writes it: `.address.street`, `.lines[0].sku`; `.` is the whole.
  public let path: String
  /// The value before; `nil` if it was not there.
  public let old: JSONValue?
  /// The value after; `nil` if it is gone.
  public let new: JSONValue?

  /// Puts a change together.
  public init(path: String, old: JSONValue?, new: JSONValue?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// Whether the change is of the value at a path, or of one within it or around it.
  public func touches(_ other: String) -> Bool {
    StateChange.holds(path, other) || StateChange.holds(other, path)
  }

  private static func holds(_ inner: String, _ outer: String) -> Bool {
    guard inner.hasPrefix(outer) else { return false }
    let next = inner.dropFirst(outer.count).first
    return next == nil || next == "." || next == "[" || outer == "."
  }
}
