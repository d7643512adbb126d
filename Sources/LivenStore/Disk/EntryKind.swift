import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What kind of file a name in a folder stands for; an unknown kind may be any.
package struct EntryKind: Sendable {
  package let mayBeLink: Bool
  package let mayBeFolder: Bool
  package let mayBeFile: Bool

  package init(mayBeLink: Bool, mayBeFolder: Bool, mayBeFile: Bool) {
    self.mayBeLink = mayBeLink
    self.mayBeFolder = mayBeFolder
    self.mayBeFile = mayBeFile
  }

  init(_ entry: UnsafePointer<dirent>) {
    mayBeLink = unsafe livenstore_entry_is_link(entry) != 0
    mayBeFolder = unsafe livenstore_entry_is_folder(entry) != 0
    mayBeFile = unsafe livenstore_entry_is_file(entry) != 0
  }
}
