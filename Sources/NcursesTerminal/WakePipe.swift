internal import CSystem
internal import TerminalUI

/// A pipe whose one end any thread may write to, to end a wait.
final class WakePipe: WakeSource {
  let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: (Int32, Int32) = (-1, -1)
    let failure = unsafe withUnsafeMutableBytes(of: &ends) { bytes in
      unsafe terminal_wake_open(bytes.bindMemory(to: Int32.self).baseAddress)
    }
    precondition(failure == 0, "no pipe: too many open files")
    (readEnd, writeEnd) = ends
  }

  func wake() { terminal_wake(writeEnd) }

  func drain() { terminal_wake_drain(readEnd) }
}
