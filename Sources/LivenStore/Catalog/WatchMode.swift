/// How changes of a store are noticed.
package enum WatchMode: Sendable, Hashable {
  /// The system tells (inotify).
  case notification
  /// The folders' times are looked at once a second, for this reason.
  case polling(String)
}
