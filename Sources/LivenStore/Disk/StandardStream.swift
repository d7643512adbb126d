import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard input, output and error.
package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Whether a person looks at it.
  package var isTerminal: Bool { isatty(rawValue) != 0 }

  /// Writes all the bytes; ends the process if that cannot be done: quietly where nobody reads on.
  package func write(_ bytes: [UInt8]) {
    do {
      try unsafe SystemCalls.write(rawValue, bytes.span.bytes)
    } catch {
      guard error != Errno(rawValue: EPIPE) else { exit(0) }
      if self == .output {
        StandardStream.error.write(Array("livenstore: cannot write the output: \(error).\n".utf8))
      }
      exit(1)
    }
  }

  /// Reads some bytes; nothing at the end.
  package func read(maximumBytes: Int = 64 << 10) throws(Errno) -> [UInt8] {
    try SystemCalls.readPart(rawValue, maximumBytes: maximumBytes)
  }

  /// A closed pipe and a file above a limit are errors to handle, not the end of the process.
  package static func handleSignals() {
    signal(SIGPIPE, SIG_IGN)
    livenstore_ignore_file_size_signal()
  }
}
