import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads the names in a folder, in the order in which the file system gives them.
@safe
package enum DirectoryReader {
  /// Calls `body` with the bytes of each name (without its null) and the kind of its entry; `.` and `..`
  /// are left out.
  package static func forEachName(
    in folder: Int32, _ body: (Span<UInt8>, EntryKind) -> Void
  ) throws(Errno) {
    // A descriptor of its own: readdir moves the offset, which duplicates would share.
    let copy = try SystemCalls.check(unsafe livenstore_open_folder(folder, ".", 0))
    guard let stream = unsafe fdopendir(copy) else {
      let problem = Errno.current
      close(copy)
      throw problem
    }
    defer { unsafe closedir(stream) }
    while let entry = unsafe readdir(stream) {
      guard let name = unsafe livenstore_entry_name(entry) else { continue }
      if unsafe strcmp(name, ".") == 0 || strcmp(name, "..") == 0 { continue }
      let bytes = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
      unsafe body(Span(_unsafeStart: bytes, count: strlen(name)), EntryKind(entry))
    }
  }
}
