import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The error number of a failed system call (`errno(3)`).
package struct Errno: Error, Sendable, Hashable, CustomStringConvertible {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The number that the last failed call of this thread left behind.
  package static var current: Errno { Errno(rawValue: errno) }

  package static let notFound = Errno(rawValue: ENOENT)
  package static let exists = Errno(rawValue: EEXIST)
  package static let interrupted = Errno(rawValue: EINTR)
  package static let wouldBlock = Errno(rawValue: EAGAIN)
  package static let notAFolder = Errno(rawValue: ENOTDIR)
  package static let isAFolder = Errno(rawValue: EISDIR)
  package static let tooManyLinks = Errno(rawValue: ELOOP)
  package static let permissionDenied = Errno(rawValue: EACCES)
  package static let notPermitted = Errno(rawValue: EPERM)
  package static let noSpace = Errno(rawValue: ENOSPC)
  package static let quotaExceeded = Errno(rawValue: EDQUOT)
  package static let readOnly = Errno(rawValue: EROFS)
  package static let notSupported = Errno(rawValue: EOPNOTSUPP)
  package static let badDescriptor = Errno(rawValue: EBADF)
  package static let noSuchDevice = Errno(rawValue: ENXIO)
  package static let tooManyFiles = Errno(rawValue: EMFILE)
  package static let notEmpty = Errno(rawValue: ENOTEMPTY)
  package static let input = Errno(rawValue: EIO)

  package var description: String {
    guard let text = unsafe strerror(rawValue) else { return "error \(rawValue)" }
    return unsafe String(cString: text)
  }
}
