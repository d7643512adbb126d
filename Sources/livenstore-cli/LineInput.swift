import LivenStore

/// Lines of a file or of standard input, read in pieces.
struct LineInput {
  /// The length of the file; `nil` for standard input and for what has none.
  let totalBytes: Int?
  private(set) var readBytes = 0
  private let file: InputFile?
  private var buffer: [UInt8] = []
  /// Where the next line begins, and up to where there is no end of a line.
  private var (start, searched) = (0, 0)
  private var isAtEnd = false

  /// The longest line that is taken: the largest event in base 64, with room for the rest.
  static let maximumLineBytes = 100 << 20

  init(path: String?) throws {
    guard let path, path != "-" else {
      (totalBytes, file) = (nil, nil)
      return
    }
    do throws(Errno) {
      let file = try InputFile(path: path)
      (totalBytes, self.file) = (file.sizeBytes, file)
    } catch {
      throw Refusal("\(path): cannot be read: \(error)")
    }
  }

  /// The next line without its end; `nil` behind the last.
  mutating func next() throws -> [UInt8]? {
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) { return take(until: end) }
      searched = buffer.count
      if isAtEnd { return start < buffer.count ? take(until: buffer.count) : nil }
      guard buffer.count - start < LineInput.maximumLineBytes else {
        throw Refusal("A line is over \(LineInput.maximumLineBytes >> 20) MiB.")
      }
      try readPart()
    }
  }

  private mutating func take(until end: Int) -> [UInt8] {
    defer { (start, searched) = (min(end + 1, buffer.count), min(end + 1, buffer.count)) }
    readBytes += end - start + 1
    return Array(buffer[start..<end])
  }

  private mutating func readPart() throws {
    buffer.removeFirst(start)
    (start, searched) = (0, buffer.count)
    let part = try file.map { try $0.read() } ?? StandardStream.input.read()
    if part.isEmpty { isAtEnd = true } else { buffer += part }
  }
}
