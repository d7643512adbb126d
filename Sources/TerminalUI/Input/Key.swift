/// A key, or a key with Control or Shift.
package enum Key: Sendable, Hashable {
  case character(Unicode.Scalar)
  /// Control and a letter in lower case, or one of `[ \ ] ^ _ @`.
  case control(Unicode.Scalar)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case shiftLeft
  case shiftRight
  case home
  case end
  case pageUp
  case pageDown
  case function(Int)
}
