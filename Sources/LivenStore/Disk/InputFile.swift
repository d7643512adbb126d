#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that is read from its start to its end, in pieces.
package final class InputFile: Sendable {
  private let descriptor: FileDescriptor
  /// Its length; `nil` for a pipe or a device.
  package let sizeBytes: Int?

  package init(path: String) throws(Errno) {
    let number = path.withFileName { unsafe open($0.pointer, O_RDONLY | O_CLOEXEC) }
    descriptor = FileDescriptor(owning: try SystemCalls.check(number))
    let status = try SystemCalls.status(of: descriptor.number)
    sizeBytes = status.isFile ? status.sizeBytes : nil
  }

  /// The next bytes; none at the end.
  package func read(maximumBytes: Int = 256 << 10) throws(Errno) -> [UInt8] {
    try SystemCalls.readPart(descriptor.number, maximumBytes: maximumBytes)
  }
}
