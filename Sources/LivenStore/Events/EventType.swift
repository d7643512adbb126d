/// The name of what happened, such as `UserCreated`.
public struct EventType: Sendable, Hashable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name as it stands in the event's file.
  public let name: String

  /// The most bytes of UTF-8 that a store takes as a name.
  public static let maximumLengthBytes = 4_096

  /// Takes a name; a store refuses one above ``maximumLengthBytes``.
  public init(_ name: String) { self.name = name }

  /// Takes a name that stands in the source.
  public init(stringLiteral value: String) { self.init(value) }

  /// The name without what Go puts before it: `UserCreated` for `*main.UserCreated`.
  public var shortName: String {
    let plain = name.hasPrefix("*") ? name.dropFirst() : name[...]
    // What stands in brackets are type arguments, with packages of their own.
    guard let dot = plain.prefix(while: { $0 != "[" }).lastIndex(of: "."),
      plain.index(after: dot) < plain.endIndex
    else { return String(plain) }
    return String(plain[plain.index(after: dot)...])
  }

  /// The name.
  public var description: String { name }

  /// Whether the bytes are the same, whatever Unicode holds for equal.
  public static func == (left: EventType, right: EventType) -> Bool {
    left.name.isSame(as: right.name)
  }

  /// Feeds the bytes of UTF-8 to a hasher.
  public func hash(into hasher: inout Hasher) {
    var text = name
    text.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }

  /// Orders by the bytes of UTF-8.
  public static func < (left: EventType, right: EventType) -> Bool {
    left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }
}
