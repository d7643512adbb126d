/// What can come from outside while a program waits.
package enum InputEvent: Sendable, Hashable {
  case key(Key)
  /// Text that was pasted, line ends included.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
  /// Somebody called ``WakeSource/wake()``.
  case wake
  /// The program was stopped and goes on; everything must be drawn again.
  case resumed
  /// A signal asks to end; its number.
  case terminate(Int32)
}

/// Makes a waiting ``Terminal`` return, from any thread.
package protocol WakeSource: Sendable {
  func wake()
}
