import LivenStore

/// Lines of a file or of standard input, read in pieces.
struct LineInput {
  /// The length of the file; `nil` for standard input.
  let totalBytes: Int?
  private(set) var readBytes = 0
  private var rest: ArraySlice<UInt8>
  private var isAtEnd: Bool

  /// The longest line that is taken: the largest event in base 64, with room for the rest.
  static let maximumLineBytes = 100 << 20

  init(path: String?) throws {
    guard let path, path != "-" else {
      totalBytes = nil
      rest = []
      isAtEnd = false
      return
    }
    let bytes = try TextInput.read(path)
    totalBytes = bytes.count
    rest = bytes[...]
    isAtEnd = true
  }

  /// The next line without its end; `nil` behind the last.
  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        defer { rest = rest[(end + 1)...] }
        readBytes += end - rest.startIndex + 1
        return Array(rest[..<end])
      }
      if isAtEnd {
        defer { rest = [] }
        return rest.isEmpty ? nil : Array(rest)
      }
      guard rest.count < LineInput.maximumLineBytes else { throw Refusal("A line is over 100 MB.") }
      let part = try StandardStream.input.read()
      if part.isEmpty { isAtEnd = true } else { rest = (Array(rest) + part)[...] }
    }
  }
}
