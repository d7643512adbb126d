import CSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Runs work that may block on a thread of its own, away from the pool that Swift's tasks share.
package enum BackgroundThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a detached thread; `name` shows in debuggers, its first 15 bytes on Linux.
  package static func start(name: String, _ body: @escaping @Sendable () -> Void) {
    let failure = tryToStart(name: name, body)
    precondition(failure == 0, "no thread for '\(name)': \(Errno(rawValue: failure))")
  }

  /// The same for work that can do without; 0, or why there is no thread.
  static func tryToStart(name: String, _ body: @escaping @Sendable () -> Void) -> Int32 {
    let context = unsafe Unmanaged.passRetained(Body(body)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let failure = unsafe pthread_create(&thread, nil, runBody, context)
    guard failure == 0 else {
      unsafe Unmanaged<Body>.fromOpaque(context).release()
      return failure
    }
    #if !canImport(Darwin)
      unsafe livenstore_name_thread(thread, String(name.prefix(15)))
      pthread_detach(thread)
    #endif
    return 0
  }

  #if canImport(Darwin)
    private static let runBody:
      @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
        {
          unsafe Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
          return nil
        }
  #else
    private static let runBody:
      @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        if let context = unsafe $0 {
          unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
        }
        return nil
      }
  #endif
}
