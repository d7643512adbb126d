/// What an append did.
public struct AppendResult: Sendable, Hashable {
  /// False if every event was stored and linked before: a retry.
  public let isNew: Bool
  /// The version of the first stream named, afterwards; `nil` if none was.
  public let version: Int?

  /// Puts a result together.
  public init(isNew: Bool, version: Int? = nil) {
    self.isNew = isNew
    self.version = version
  }
}
