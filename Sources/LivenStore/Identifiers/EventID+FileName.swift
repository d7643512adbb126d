extension EventID {
  static let fileExtension: [UInt8] = Array(".json".utf8)

  /// The id in a file's name; `nil` for names that are no event's, such as a writer's temporary files.
  init?(fileName: Span<UInt8>) {
    let length = fileName.count - EventID.fileExtension.count
    guard length > 0 else { return nil }
    guard fileName[length] == UInt8(ascii: "."), fileName[length + 1] == UInt8(ascii: "j"),
      fileName[length + 2] == UInt8(ascii: "s"), fileName[length + 3] == UInt8(ascii: "o"),
      fileName[length + 4] == UInt8(ascii: "n")
    else { return nil }
    self.init(exactly: fileName.extracting(..<length))
  }

  /// Calls `body` with `<id>.json`.
  @inline(__always)
  func withFileName<Result: ~Copyable, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var storage = InlineArray<5, UInt64>(repeating: 0)
    return try unsafe withUnsafeMutablePointer(to: &storage) { pointer throws(Failure) in
      let bytes = UnsafeMutableRawPointer(pointer)
      unsafe putFileName(at: bytes)
      return try unsafe body(FileName(bytes.assumingMemoryBound(to: CChar.self)))
    }
  }

  /// Calls `body` with `../../events/<id>.json`, the text of every link to this event.
  @inline(__always)
  func withLinkText<Result: ~Copyable, Failure: Error>(
    _ body: (FileName) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var storage = InlineArray<7, UInt64>(repeating: 0)
    return try unsafe withUnsafeMutablePointer(to: &storage) { pointer throws(Failure) in
      let bytes = UnsafeMutableRawPointer(pointer)
      for (index, byte) in StoreLayout.linkPrefix.enumerated() {
        unsafe bytes.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
      }
      unsafe putFileName(at: bytes + StoreLayout.linkPrefix.count)
      return try unsafe body(FileName(bytes.assumingMemoryBound(to: CChar.self)))
    }
  }

  /// Writes `<id>.json` and a null into 40 bytes.
  @inline(__always)
  private func putFileName(at bytes: UnsafeMutableRawPointer) {
    unsafe putText(at: bytes)
    unsafe bytes.storeBytes(of: EventID.extensionWord, toByteOffset: count, as: UInt64.self)
  }

  /// Writes the id into 32 bytes, zero behind its end.
  @inline(__always)
  func putText(at bytes: UnsafeMutableRawPointer) {
    unsafe bytes.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
    unsafe bytes.storeBytes(of: words.1.bigEndian, toByteOffset: 8, as: UInt64.self)
    unsafe bytes.storeBytes(of: words.2.bigEndian, toByteOffset: 16, as: UInt64.self)
    unsafe bytes.storeBytes(of: (words.3 & ~0xFF).bigEndian, toByteOffset: 24, as: UInt64.self)
  }

  /// `.json` and nulls, as they lie in memory.
  @inline(__always)
  private static var extensionWord: UInt64 { UInt64(0x6E_6F73_6A2E).littleEndian }

  /// `<id>.json`.
  var fileNameBytes: [UInt8] { (0..<count).map { self[$0] } + EventID.fileExtension }

  /// The text that a link to this event has.
  var linkText: [UInt8] {
    StoreLayout.linkPrefix + (0..<count).map { self[$0] } + EventID.fileExtension
  }
}
