/// What must hold of a stream for an append to go through.
public enum ExpectedVersion: Sendable, Hashable, CustomStringConvertible {
  /// Nothing.
  case any
  /// The stream holds no event.
  case noStream
  /// The stream holds an event at least.
  case exists
  /// The stream holds this many events.
  case exactly(Int)

  /// Whether a stream of this version is what was expected.
  public func holds(for version: Int) -> Bool {
    switch self {
    case .any: true
    case .noStream: version == 0
    case .exists: version > 0
    case .exactly(let expected): version == expected
    }
  }

  /// The expectation in words.
  public var description: String {
    switch self {
    case .any: "any version"
    case .noStream: "no stream"
    case .exists: "an existing stream"
    case .exactly(let version): "version \(version)"
    }
  }
}
