import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What `stat(2)` says of a file, as far as the store asks.
package struct FileStatus: Sendable, Equatable {
  /// What a name stands for.
  package enum Kind: Sendable { case file, folder, link, other }

  package let kind: Kind
  package let sizeBytes: Int
  package let modifiedNanoseconds: Int64
  package let inode: UInt64
  package let device: UInt64
  package let mode: UInt32
  package let owner: UInt32
  package let nameCount: Int

  package init(
    kind: Kind, sizeBytes: Int, modifiedNanoseconds: Int64, inode: UInt64, device: UInt64 = 0,
    mode: UInt32 = 0o600, owner: UInt32 = 0, nameCount: Int = 1
  ) {
    self.kind = kind
    self.sizeBytes = sizeBytes
    self.modifiedNanoseconds = modifiedNanoseconds
    self.inode = inode
    self.device = device
    self.mode = mode
    self.owner = owner
    self.nameCount = nameCount
  }

  package var isFile: Bool { kind == .file }
  package var isFolder: Bool { kind == .folder }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    sizeBytes = Int(status.st_size)
    modifiedNanoseconds = unsafe withUnsafePointer(to: status) {
      unsafe livenstore_modified_nanoseconds($0)
    }
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
    mode = UInt32(status.st_mode & 0o7777)
    owner = UInt32(status.st_uid)
    nameCount = Int(status.st_nlink)
  }
}
