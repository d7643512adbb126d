import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system calls of the store, each a few lines that turn -1 into an ``Errno``.
///
/// Names are null-terminated bytes, relative to an open folder: no path of the store is walked twice.
@safe
package enum SystemCalls {
  @inline(__always)
  static func check(_ result: Int32) throws(Errno) -> Int32 {
    if result < 0 { throw Errno.current }
    return result
  }

  /// How many processors there are (`sysconf(3)`).
  static var processorCount: Int { sysconf(Int32(_SC_NPROCESSORS_ONLN)) }

  /// Opens a folder of any path; the corresponding C function is `openat`.
  package static func openFolder(path: String) throws(Errno) -> FileDescriptor {
    let number = path.withFileName { unsafe livenstore_open_folder(AT_FDCWD, $0.pointer, 1) }
    return FileDescriptor(owning: try check(number))
  }

  /// Opens a folder inside another one and refuses a symbolic link.
  package static func openFolder(
    _ name: FileName, in folder: Int32
  ) throws(Errno) -> FileDescriptor {
    FileDescriptor(owning: try check(unsafe livenstore_open_folder(folder, name.pointer, 0)))
  }

  package static func openFile(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    FileDescriptor(owning: try check(unsafe livenstore_open_event(folder, name.pointer)))
  }

  /// Opens a file for reading and for writing at its end (`O_APPEND`).
  package static func openLog(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    let flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK
    return FileDescriptor(
      owning: try check(unsafe livenstore_open(folder, name.pointer, flags, 0)))
  }

  /// What closes a descriptor unless its owner says otherwise.
  package static let close: @Sendable (Int32) -> Void = { closeOnce($0) }

  /// Opens a file that has no name yet (`O_TMPFILE`).
  package static func openUnnamedFile(in folder: Int32, mode: UInt32) throws(Errno)
    -> FileDescriptor
  {
    FileDescriptor(owning: try check(livenstore_open_unnamed(folder, mode_t(mode))))
  }

  package static func createFile(
    _ name: FileName, in folder: Int32, mode: UInt32
  ) throws(Errno) -> FileDescriptor {
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW
    return FileDescriptor(
      owning: try check(unsafe livenstore_open(folder, name.pointer, flags, mode_t(mode))))
  }

  /// Gives an unnamed file its name; fails with ``Errno/exists`` if the name is taken.
  package static func name(
    _ descriptor: Int32, _ name: FileName, in folder: Int32
  ) throws(Errno) {
    _ = try check(unsafe livenstore_name_descriptor(descriptor, folder, name.pointer))
  }

  /// Gives a file a second name; the corresponding C function is `linkat`.
  package static func hardLink(_ name: FileName, as new: FileName, in folder: Int32) throws(Errno) {
    _ = try check(unsafe linkat(folder, name.pointer, folder, new.pointer, 0))
  }

  package static func symbolicLink(
    to text: FileName, _ name: FileName, in folder: Int32
  ) throws(Errno) {
    _ = try check(unsafe symlinkat(text.pointer, folder, name.pointer))
  }

  /// Moves a name and replaces what has the new one (`renameat(2)`).
  package static func rename(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    _ = try check(unsafe renameat(folder, name.pointer, newFolder, new.pointer))
  }

  /// Moves a name; fails with ``Errno/exists`` if the new one is taken.
  package static func move(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    _ = try check(unsafe livenstore_move(folder, name.pointer, newFolder, new.pointer))
  }

  package static func changeMode(of descriptor: Int32, to mode: UInt32) throws(Errno) {
    _ = try check(fchmod(descriptor, mode_t(mode)))
  }

  package static func unlink(_ name: FileName, in folder: Int32) throws(Errno) {
    _ = try check(unsafe livenstore_unlink(folder, name.pointer))
  }

  package static func makeFolder(
    _ name: FileName, in folder: Int32 = AT_FDCWD, mode: UInt32
  ) throws(Errno) {
    _ = try check(unsafe mkdirat(folder, name.pointer, mode_t(mode)))
  }

  package static func exists(_ name: FileName, in folder: Int32) throws(Errno) {
    _ = try check(unsafe faccessat(folder, name.pointer, F_OK, AT_SYMLINK_NOFOLLOW))
  }

  /// Reads once; end of file is 0 bytes.
  package static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    while true {
      let count = unsafe readOnce(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw Errno.current }
    }
  }

  /// Reads once, from an offset on (`pread(2)`).
  package static func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    while true {
      let count = unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
      if count >= 0 { return count }
      guard errno == EINTR else { throw Errno.current }
    }
  }

  /// Writes all the bytes; a full device may leave a part written.
  package static func write(_ descriptor: Int32, _ bytes: RawSpan) throws(Errno) {
    var written = 0
    while written < bytes.byteCount {
      let rest = bytes.extracting(written...)
      let count = unsafe rest.withUnsafeBytes {
        unsafe writeOnce(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Errno.current }
      written += count
    }
  }

  /// Reads what is there, at most so many bytes; nothing at the end.
  package static func readPart(_ descriptor: Int32, maximumBytes: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: maximumBytes) { buffer, count in
      count = 0
      do throws(Errno) {
        count = try unsafe read(descriptor, into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads a file from its start, at most `sizeBytes` and what has come since.
  package static func readWhole(_ descriptor: Int32, sizeBytes: Int) throws(Errno) -> [UInt8] {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Errno.current }
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: sizeBytes) { buffer, count in
      count = 0
      do throws(Errno) {
        while count < buffer.count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          let more = try unsafe read(descriptor, into: rest)
          if more == 0 { return }
          count += more
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// The text of a symbolic link, at most 256 bytes of it.
  package static func linkText(_ name: FileName, in folder: Int32) throws(Errno) -> [UInt8] {
    var length = 0
    let text = unsafe [UInt8](unsafeUninitializedCapacity: 256) { buffer, count in
      length = unsafe buffer.withMemoryRebound(to: CChar.self) {
        guard let base = $0.baseAddress else { return -1 }
        return unsafe readlinkat(folder, name.pointer, base, $0.count)
      }
      count = max(0, length)
    }
    guard length >= 0 else { throw Errno.current }
    return text
  }

  /// Brings a file's bytes, or a folder's names, to the device (`fsync(2)`).
  package static func sync(_ descriptor: Int32) throws(Errno) {
    _ = try check(livenstore_sync(descriptor))
  }

  /// Brings everything of a file system to the device (`syncfs(2)`).
  package static func syncEverything(_ descriptor: Int32) throws(Errno) {
    _ = try check(livenstore_sync_everything(descriptor))
  }

  /// Takes an advisory lock and waits for it (`flock(2)`).
  package static func lock(_ descriptor: Int32, shared: Bool = false) throws(Errno) {
    while flock(descriptor, shared ? LOCK_SH : LOCK_EX) != 0 {
      guard errno == EINTR else { throw Errno.current }
    }
  }

  /// Takes an exclusive advisory lock unless somebody has one.
  package static func tryLock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  package static func unlock(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
  }

  package static func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try check(unsafe fstat(descriptor, &status))
    return FileStatus(status)
  }

  /// Looks at the folder that a path leads to.
  package static func statusOfFolder(path: String) throws(Errno) -> FileStatus {
    let folder = try openFolder(path: path)
    return try status(of: folder.number)
  }

  /// Looks at a name without following a symbolic link.
  package static func status(of name: FileName, in folder: Int32) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try check(unsafe fstatat(folder, name.pointer, &status, AT_SYMLINK_NOFOLLOW))
    return FileStatus(status)
  }

  /// Looks for inode and length alone.
  package static func identity(
    of name: FileName, in folder: Int32
  ) throws(Errno) -> FileIdentity {
    var (inode, size): (UInt64, UInt64) = (0, 0)
    _ = try check(unsafe livenstore_identity(folder, name.pointer, &inode, &size))
    return FileIdentity(inode: inode, sizeBytes: Int(clamping: size))
  }
}

@inline(__always)
private func readOnce(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(descriptor, bytes, count)
}

@inline(__always)
private func writeOnce(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

private func closeOnce(_ descriptor: Int32) { close(descriptor) }
