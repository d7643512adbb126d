#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file or folder with one owner, closed when the owner lets go of it.
package struct FileDescriptor: ~Copyable, Sendable {
  package let number: Int32

  package init(owning number: Int32) { self.number = number }

  deinit { close(number) }
}
