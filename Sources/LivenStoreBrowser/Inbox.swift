internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// Messages of other threads on their way to the one that draws; bounded, so that a burst waits
/// instead of filling the memory.
final class Inbox: Sendable {
  /// How many messages may wait.
  static let capacity = 64

  private let messages = Monitor<[BrowserMessage]>([])
  private let wakeSource: (any WakeSource)?

  init(wakeSource: (any WakeSource)?) { self.wakeSource = wakeSource }

  /// Hands a message over; waits while the inbox is full.
  func post(_ message: BrowserMessage) {
    messages.wait { messages -> Void? in
      guard messages.count < Inbox.capacity else { return nil }
      messages.append(message)
      return ()
    }
    wakeSource?.wake()
  }

  /// Everything that has come.
  func takeAll() -> [BrowserMessage] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
