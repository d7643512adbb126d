extension EventStoreError {
  /// What a failed system call means to the user of a store; `subject` is a path or a name.
  static func failed(_ action: String, _ subject: String, _ errno: Errno) -> EventStoreError {
    EventStoreError(
      code: code(of: errno), message: "\(subject): cannot \(action): \(reason(errno)).",
      cause: errno)
  }

  static func code(of errno: Errno) -> Code {
    switch errno {
    case .notFound: .notFound
    case .permissionDenied, .notPermitted, .readOnly: .permissionDenied
    case .noSpace, .quotaExceeded: .noSpace
    case .notSupported: .unsupported
    case .tooManyFiles: .unavailable
    default: .ioFailure
    }
  }

  private static func reason(_ errno: Errno) -> String {
    switch errno {
    case .notFound: "it is not there"
    case .permissionDenied, .notPermitted: "permission denied"
    case .readOnly: "the file system is read-only"
    case .noSpace: "no room is left on the device (df and df -i tell which)"
    case .notAFolder: "it is no folder but a file, or a link, which a store does not follow"
    case .tooManyLinks: "it is a symbolic link, which a store does not follow"
    default: errno.description
    }
  }
}
