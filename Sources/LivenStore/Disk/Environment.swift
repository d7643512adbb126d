#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The variables that a process was started with.
package enum Environment {
  /// The value of a variable; `nil` if it is not set or empty.
  package static func value(of name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
