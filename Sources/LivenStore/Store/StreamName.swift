/// The name of a stream: an ordered set of links to events.
///
/// A name is one folder of `streams/`: 1–255 bytes of UTF-8, no `/`, no NUL, no dot in front. The part
/// before the first `-` is its ``category``; an aggregate's home stream is `<category>-<id>`.
public struct StreamName: Sendable, Hashable, Comparable, LosslessStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name as text.
  public let description: String

  /// The most bytes of UTF-8 that a name may have, as file systems have it.
  public static let maximumLengthBytes = 255

  /// Takes a name; `nil` if no folder can be called that.
  public init?(_ description: String) {
    guard StreamName.problem(with: description) == nil else { return nil }
    self.description = description
  }

  /// Takes a name and says what is wrong with it.
  ///
  /// - Throws: ``EventStoreError`` of code ``EventStoreError/Code/invalidName``.
  public init(validating text: String) throws(EventStoreError) {
    if let problem = StreamName.problem(with: text) {
      throw .invalidStreamName(text, because: problem)
    }
    description = text
  }

  /// Takes a name that stands in the source and traps if it is none.
  public init(stringLiteral value: String) {
    let problem = StreamName.problem(with: value)
    precondition(problem == nil, "stream name '\(value)' \(problem ?? "")")
    description = value
  }

  /// The part before the first `-`; the whole name where there is none.
  public var category: String {
    String(description.prefix { $0 != "-" })
  }

  /// Whether the bytes are the same: two folders may differ in normal form alone.
  public static func == (left: StreamName, right: StreamName) -> Bool {
    left.description.isSame(as: right.description)
  }

  /// Feeds the bytes of UTF-8 to a hasher.
  public func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }

  /// Why no new stream may be called so; one that is there is read whatever it is called.
  var problemForWriting: String? {
    NameRules.problem(with: Array(description.utf8)).map { $0.replacing("its name ", with: "") }
  }

  /// Orders by the bytes of UTF-8.
  public static func < (left: StreamName, right: StreamName) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func problem(with text: String) -> String? {
    if text.isEmpty { return "is empty" }
    if text.utf8.count > maximumLengthBytes { return "is longer than 255 bytes" }
    if text.utf8.first == UInt8(ascii: ".") { return "starts with a dot" }
    if text.utf8.contains(UInt8(ascii: "/")) { return "holds a '/'" }
    return text.utf8.contains(0) ? "holds a NUL" : nil
  }
}
