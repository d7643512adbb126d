import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What `stat(2)` says of a file, as far as the store asks.
package struct FileStatus: Sendable, Equatable {
  package let isFile: Bool
  package let isFolder: Bool
  package let sizeBytes: Int
  package let modifiedNanoseconds: Int64
  package let inode: UInt64
  package let device: UInt64

  init(_ status: stat) {
    isFile = unsafe withUnsafePointer(to: status) { unsafe livenstore_is_file($0) != 0 }
    isFolder = unsafe withUnsafePointer(to: status) { unsafe livenstore_is_folder($0) != 0 }
    sizeBytes = Int(status.st_size)
    modifiedNanoseconds = unsafe withUnsafePointer(to: status) {
      unsafe livenstore_modified_nanoseconds($0)
    }
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
  }
}
