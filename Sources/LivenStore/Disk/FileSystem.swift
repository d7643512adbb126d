import CSystem

/// What is known of the file system under a folder.
package enum FileSystem {
  /// The name that a person knows it by; `nil` for those that we cannot tell.
  package static func name(of descriptor: Int32) -> String? {
    guard let name = unsafe livenstore_file_system_name(descriptor) else { return nil }
    return unsafe String(cString: name)
  }

  /// How many more files it takes; one that makes inodes on demand answers with a large number or 0.
  package static func freeInodes(of descriptor: Int32) -> UInt64 {
    livenstore_free_inodes(descriptor)
  }

  /// The user that this process acts for.
  package static var currentUser: UInt32 { livenstore_current_user() }

  /// How many bytes are left for this user.
  package static func freeBytes(of descriptor: Int32) -> UInt64 {
    livenstore_free_bytes(descriptor)
  }
}
