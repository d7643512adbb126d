#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of mode 0700 for a moment; it and all the files in it are removed when its owner lets go of it.
package struct TemporaryFolder: ~Copyable {
  package let path: String

  /// Makes one in `$TMPDIR`, or in `/tmp`.
  package init() throws(Errno) {
    let parent = Environment.value(of: "TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = (parent + "/livenstore-" + String(repeating: "X", count: 6)).utf8CString
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe mkdtemp(base) != nil
    }
    guard isMade else { throw Errno.current }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Puts a file there that cannot be written to, and returns its path.
  package borrowing func add(_ bytes: [UInt8], name: String) throws(Errno) -> String {
    try PrivateFile.create(bytes, at: path + "/" + name, mode: 0o400)
    return path + "/" + name
  }

  deinit {
    // A program that was shown a file may have left others beside it.
    if let folder = try? SystemCalls.openFolder(path: path) {
      var names: [[UInt8]] = []
      try? DirectoryReader.forEachName(in: folder.number) { name, _ in
        names.append(unsafe name.withUnsafeBufferPointer { unsafe Array($0) })
      }
      for name in names {
        try? FileNameBytes.with(name) { name throws(Errno) in
          try SystemCalls.unlink(name, in: folder.number)
        }
      }
    }
    _ = path.withFileName { unsafe rmdir($0.pointer) }
  }
}
