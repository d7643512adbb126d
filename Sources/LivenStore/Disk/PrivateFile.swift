#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Small files that are one person's business: mode 0600, in folders of mode 0700, replaced whole.
package enum PrivateFile {
  /// Reads a file; fails if it is none, or larger than `maximumBytes`.
  package static func read(_ path: String, maximumBytes: Int) throws(Errno) -> [UInt8] {
    // O_NONBLOCK: a FIFO in its place must not stop the reader.
    let number = path.withFileName {
      unsafe open($0.pointer, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    }
    let file = FileDescriptor(owning: try SystemCalls.check(number))
    let status = try SystemCalls.status(of: file.number)
    guard status.isFile, status.sizeBytes <= maximumBytes else { throw Errno(rawValue: EFBIG) }
    return try SystemCalls.readWhole(file.number, sizeBytes: status.sizeBytes)
  }

  /// Replaces a file at an absolute path, or makes it with the folders that lead to it; who reads
  /// meanwhile finds all of the old or all of the new.
  package static func replace(_ bytes: [UInt8], at path: String) throws(Errno) {
    try makeFolders(to: path)
    let draft = path + "." + String(SystemEntropy.randomBits().1, radix: 36)
    do throws(Errno) {
      try create(bytes, at: draft, mode: 0o600)
      try draft.withFileName { draft throws(Errno) in
        try path.withFileName { name throws(Errno) in
          try SystemCalls.rename(draft, in: AT_FDCWD, to: name, in: AT_FDCWD)
        }
      }
    } catch {
      remove(draft)
      throw error
    }
  }

  /// Makes a file that was not there, and brings it to the device.
  package static func create(_ bytes: [UInt8], at path: String, mode: UInt32) throws(Errno) {
    let file = try path.withFileName { name throws(Errno) in
      try SystemCalls.createFile(name, in: AT_FDCWD, mode: mode)
    }
    try unsafe SystemCalls.write(file.number, bytes.span.bytes)
    try SystemCalls.sync(file.number)
  }

  /// Removes a file, if it is there.
  package static func remove(_ path: String) {
    try? path.withFileName { name throws(Errno) in try SystemCalls.unlink(name, in: AT_FDCWD) }
  }

  /// Makes the folders above a path.
  private static func makeFolders(to path: String) throws(Errno) {
    for end in path.indices where path[end] == "/" && end != path.startIndex {
      do throws(Errno) {
        try String(path[..<end]).withFileName { name throws(Errno) in
          try SystemCalls.makeFolder(name, mode: 0o700)
        }
      } catch .exists { continue }
    }
  }

  /// The absolute path without symbolic links; `nil` if it leads nowhere.
  package static func resolved(_ path: String) -> String? {
    path.withFileName { name in
      guard let text = unsafe realpath(name.pointer, nil) else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
  }
}
