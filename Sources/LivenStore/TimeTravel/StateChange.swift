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
}
