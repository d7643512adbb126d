import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A command of the shell that is given lines and gives lines back.
///
/// It ends with this value, and everything that it started with it.
package struct ShellCommand: ~Copyable {
  /// Why no further line comes.
  package enum Ending: Error, Sendable, Hashable {
    /// It closed its output; its exit status, 128 and more for a signal.
    case ended(status: Int32)
    /// It wrote nothing for so long.
    case silent
  }

  private let process: Int32
  private let output: FileDescriptor
  private let errors: FileDescriptor
  private var rest: [UInt8] = []
  /// The end of what it wrote to standard error.
  package private(set) var lastErrors: [UInt8] = []
  private var isOver = false
  private var areErrorsOver = false

  /// The longest line that is taken.
  private static let maximumLineBytes = 64 << 20
  private static let keptErrorBytes = 2_000

  /// Starts a command; `lines` are written to it by a thread of their own, then its input is closed.
  package init(
    _ command: String, lines: @escaping @Sendable () -> [UInt8]?
  ) throws(Errno) {
    var ends: [Int32] = [-1, -1, -1]
    process = try SystemCalls.check(
      command.withFileName { name in unsafe livenstore_spawn_shell(name.pointer, &ends) })
    output = FileDescriptor(owning: ends[1])
    errors = FileDescriptor(owning: ends[2])
    ShellCommand.feed(ends[0], lines)
  }

  private static func feed(_ input: Int32, _ lines: @escaping @Sendable () -> [UInt8]?) {
    BackgroundThread.start(name: "reducer input") {
      while let line = lines() {
        // It may read no more: that is its business, and shows in what it answers.
        guard (try? unsafe SystemCalls.write(input, line.span.bytes)) != nil else { break }
      }
      SystemCalls.close(input)
    }
  }

  /// The next line that it wrote, without its end.
  package mutating func nextLine(timeoutMilliseconds: Int32) throws(Ending) -> [UInt8] {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = Array(rest[..<end])
        rest.removeSubrange(...end)
        return line
      }
      guard try readMore(timeoutMilliseconds) else {
        let line = rest
        rest = []
        if !line.isEmpty { return line }
        isOver = true
        throw .ended(status: livenstore_end_child(process, 0))
      }
      if rest.count > ShellCommand.maximumLineBytes { throw .silent }
    }
  }

  /// Reads what is there or comes in time; false at the end of the output.
  private mutating func readMore(_ timeoutMilliseconds: Int32) throws(Ending) -> Bool {
    while true {
      var ends = [
        pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
        // A descriptor below 0 is passed over.
        pollfd(fd: areErrorsOver ? -1 : errors.number, events: Int16(POLLIN), revents: 0),
      ]
      let count = unsafe poll(&ends, 2, timeoutMilliseconds)
      if count == 0 { throw .silent }
      if count < 0 { continue }
      if ends[1].revents & Int16(POLLIN) != 0 {
        keepErrors()
      } else if ends[1].revents != 0 {
        areErrorsOver = true
      }
      guard ends[0].revents != 0 else { continue }
      guard let part = try? SystemCalls.readPart(output.number, maximumBytes: 64 << 10) else {
        return false
      }
      rest += part
      if part.isEmpty { keepErrors() }
      return !part.isEmpty
    }
  }

  private mutating func keepErrors() {
    var request = pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&request, 1, 0) > 0, request.revents & Int16(POLLIN) != 0,
      let part = try? SystemCalls.readPart(errors.number, maximumBytes: 4_096)
    else { return }
    lastErrors = Array((lastErrors + part).suffix(ShellCommand.keptErrorBytes))
  }

  deinit {
    if !isOver { _ = livenstore_end_child(process, 1) }
  }
}
