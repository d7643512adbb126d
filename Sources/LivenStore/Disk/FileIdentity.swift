/// Which file a name stands for now, and how long it is.
package struct FileIdentity: Sendable, Equatable {
  package let inode: UInt64
  package let sizeBytes: Int
}
