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
    /// It closed its output, and has ended; its exit status, 128 and more for a signal.
    case ended(status: Int32)
    /// It wrote no whole line for so long.
    case silent
    /// A line is longer than any state is.
    case overlong
  }

  private let process: Int32
  private let output: FileDescriptor
  private let errors: FileDescriptor
  private var rest: [UInt8] = []
  /// How many bytes of `rest` are known to hold no end of a line.
  private var searchedCount = 0
  /// The end of what it wrote to standard error.
  package private(set) var lastErrors: [UInt8] = []
  private var areErrorsOver = false

  /// The longest line that is taken.
  package static let maximumLineBytes = 64 << 20
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

  /// The next line that it wrote, without its end, within a time for the whole of it.
  package mutating func nextLine(timeoutMilliseconds: Int32) throws(Ending) -> [UInt8] {
    let deadline = SystemClock.monotonicNanoseconds() + UInt64(timeoutMilliseconds) * 1_000_000
    while true {
      if let end = rest[searchedCount...].firstIndex(of: 0x0A) {
        let line = Array(rest[..<end])
        rest.removeSubrange(...end)
        searchedCount = 0
        return line
      }
      searchedCount = rest.count
      if rest.count > ShellCommand.maximumLineBytes { throw .overlong }
      guard try readMore(until: deadline) else { return try lastLine(until: deadline) }
    }
  }

  /// What it wrote last without an end of line, if it ended well; else how it ended.
  private mutating func lastLine(until deadline: UInt64) throws(Ending) -> [UInt8] {
    var status: Int32 = 0
    while !hasEnded(&status) {
      guard SystemClock.monotonicNanoseconds() < deadline else { throw .silent }
      keepErrors()
      SystemClock.sleep(milliseconds: 1)
    }
    keepErrors()
    let line = rest
    (rest, searchedCount) = ([], 0)
    guard status == 0, !line.isEmpty else { throw .ended(status: status) }
    return line
  }

  private func hasEnded(_ status: inout Int32) -> Bool {
    unsafe livenstore_child_has_ended(process, &status) != 0
  }

  /// Reads what is there or comes in time; false at the end of the output.
  private mutating func readMore(until deadline: UInt64) throws(Ending) -> Bool {
    while true {
      let now = SystemClock.monotonicNanoseconds()
      guard now < deadline else { throw .silent }
      var ends = [
        pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
        // A descriptor below 0 is passed over.
        pollfd(fd: areErrorsOver ? -1 : errors.number, events: Int16(POLLIN), revents: 0),
      ]
      let count = unsafe poll(&ends, 2, Int32(clamping: (deadline - now) / 1_000_000 + 1))
      if count <= 0 { continue }
      if ends[1].revents != 0 { keepErrors() }
      guard ends[0].revents != 0 else { continue }
      guard let part = try? SystemCalls.readPart(output.number, maximumBytes: 64 << 10) else {
        return false
      }
      rest += part
      return !part.isEmpty
    }
  }

  /// Keeps the end of what standard error holds now; nobody waits for more.
  private mutating func keepErrors() {
    var request = pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)
    while !areErrorsOver, unsafe poll(&request, 1, 0) > 0 {
      guard let part = try? SystemCalls.readPart(errors.number, maximumBytes: 64 << 10),
        !part.isEmpty
      else {
        areErrorsOver = true
        return
      }
      lastErrors = Array((lastErrors + part).suffix(ShellCommand.keptErrorBytes))
    }
  }

  deinit { livenstore_end_child(process) }
}
