#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whole files of any path: scripts in, screens out.
package enum TextFile {
  /// Replaces the content of a file, or makes it.
  package static func write(_ bytes: [UInt8], to path: String) throws(Errno) {
    let number = path.withFileName {
      unsafe open($0.pointer, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    let file = FileDescriptor(owning: try SystemCalls.check(number))
    try unsafe SystemCalls.write(file.number, bytes.span.bytes)
  }

  /// Makes a file; fails with ``Errno/exists`` if there is one.
  package static func create(_ bytes: [UInt8], at path: String) throws(Errno) {
    let number = path.withFileName {
      unsafe open($0.pointer, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    }
    let file = FileDescriptor(owning: try SystemCalls.check(number))
    try unsafe SystemCalls.write(file.number, bytes.span.bytes)
  }

  /// Reads a file to its end.
  package static func read(_ path: String) throws(Errno) -> [UInt8] {
    let file = try InputFile(path: path)
    var bytes: [UInt8] = []
    while true {
      let part = try file.read()
      if part.isEmpty { return bytes }
      bytes += part
    }
  }
}
