extension EventID {
  static let fileExtension: [UInt8] = Array(".json".utf8)

  /// The id in a file's name; `nil` for names that are no event's, such as a writer's temporary files.
  init?(fileName: Span<UInt8>) {
    let length = fileName.count - EventID.fileExtension.count
    guard length > 0 else { return nil }
    for index in EventID.fileExtension.indices {
      guard fileName[length + index] == EventID.fileExtension[index] else { return nil }
    }
    self.init(exactly: fileName.extracting(..<length))
  }

  /// Calls `body` with `<id>.json` as a C string.
  @inline(__always)
  func withFileName<Result: ~Copyable, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var storage: InlineArray<40, UInt8> = .init(repeating: 0)
    var bytes = storage.mutableSpan
    for index in 0..<count { bytes[index] = self[index] }
    for (index, byte) in EventID.fileExtension.enumerated() { bytes[count + index] = byte }
    return try unsafe withUnsafePointer(to: &storage) { pointer throws(Failure) in
      let name = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
      return try unsafe body(FileName(name))
    }
  }

  /// Calls `body` with `../../events/<id>.json`, the text of every link to this event, as a C string.
  @inline(__always)
  func withLinkText<Result: ~Copyable, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var storage: InlineArray<56, UInt8> = .init(repeating: 0)
    var bytes = storage.mutableSpan
    var end = 0
    for byte in StoreLayout.linkPrefix {
      bytes[end] = byte
      end += 1
    }
    for index in 0..<count { bytes[end + index] = self[index] }
    for (index, byte) in EventID.fileExtension.enumerated() { bytes[end + count + index] = byte }
    return try unsafe withUnsafePointer(to: &storage) { pointer throws(Failure) in
      let name = unsafe UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)
      return try unsafe body(FileName(name))
    }
  }

  /// The text that a link to this event has.
  var linkText: [UInt8] {
    StoreLayout.linkPrefix + (0..<count).map { self[$0] } + EventID.fileExtension
  }
}
