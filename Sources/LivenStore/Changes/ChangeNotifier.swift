#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Tells which names change in folders, as the system does (inotify(7)); nothing on other systems.
///
/// Paths under `/proc/self/fd` watch the folder that is held open, whatever its path is now.
final class ChangeNotifier: Sendable {
  /// A name that came, or everything that may have come.
  enum Notice {
    case name([UInt8], in: Int32)
    /// Names were lost: compare everything.
    case overflow
    /// The watched folder itself is gone or has moved.
    case folderGone(Int32)
  }

  private let descriptor: FileDescriptor

  #if canImport(Glibc)
    /// Starts without watches; fails where the system gives no notifier.
    init() throws(Errno) {
      descriptor = FileDescriptor(
        owning: try SystemCalls.check(inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))))
    }

    /// Watches a folder; the number comes back in its notices.
    func watch(_ name: String?, in folder: Int32) throws(Errno) -> Int32 {
      let path = "/proc/self/fd/\(folder)" + (name.map { "/\($0)" } ?? "/.")
      let mask =
        UInt32(IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE_SELF | IN_MOVE_SELF)
        | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
      return try SystemCalls.check(unsafe inotify_add_watch(descriptor.number, path, mask))
    }

    /// Waits for notices; none after the time-out.
    func wait(timeoutMilliseconds: Int32) -> Bool {
      var request = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
      return unsafe poll(&request, 1, timeoutMilliseconds) > 0
    }

    /// The notices that have come; empty if none have.
    func notices() -> [Notice] {
      unsafe withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 8) { buffer in
        guard let count = try? unsafe SystemCalls.read(descriptor.number, into: buffer) else {
          return []
        }
        var notices: [Notice] = []
        var offset = 0
        let headerBytes = MemoryLayout<inotify_event>.size
        while offset + headerBytes <= count {
          let event = unsafe buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let name = unsafe buffer[(offset + headerBytes)..<(offset + headerBytes + Int(event.len))]
          notices.append(ChangeNotifier.notice(event, unsafe [UInt8](name.prefix { $0 != 0 })))
          offset += headerBytes + Int(event.len)
        }
        return notices
      }
    }

    private static func notice(_ event: inotify_event, _ name: [UInt8]) -> Notice {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return .overflow }
      if event.mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF) != 0 { return .folderGone(event.wd) }
      return .name(name, in: event.wd)
    }
  #else
    init() throws(Errno) { throw .notSupported }
    func watch(_ name: String?, in folder: Int32) throws(Errno) -> Int32 { throw .notSupported }
    func wait(timeoutMilliseconds: Int32) -> Bool { false }
    func notices() -> [Notice] { [] }
  #endif
}
