internal import LivenStore
internal import StoreBrowser
internal import TerminalUI

/// Messages of other threads on their way to the one that draws.
///
/// They are bounded, so that a burst waits instead of filling the memory.
/// Events that come while a message with events waits are added to it.
final class Inbox: Sendable {
  /// How many messages may wait.
  static let capacity = 64

  private let messages = Monitor<[BrowserMessage]>([])
  private let wakeSource: (any WakeSource)?

  init(wakeSource: (any WakeSource)?) { self.wakeSource = wakeSource }

  /// Hands a message over; waits while the inbox is full.
  func post(_ message: BrowserMessage) {
    messages.wait { messages -> Void? in
      if let last = messages.last, let both = last.joined(with: message) {
        messages[messages.count - 1] = both
        return ()
      }
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

extension BrowserMessage {
  /// The most changes that are put together.
  private static let joinedCount = 4_096

  /// Events and links that came one after the other as one message; `nil` for anything else.
  fileprivate func joined(with other: BrowserMessage) -> BrowserMessage? {
    guard case .changes(let changes, _) = self, case .changes(let more, let now) = other,
      changes.count + more.count <= BrowserMessage.joinedCount,
      (changes + more).allSatisfy(\.isArrival)
    else { return nil }
    return .changes(changes + more, atMilliseconds: now)
  }
}

extension CatalogChange {
  fileprivate var isArrival: Bool {
    switch self {
    case .appended, .linked: true
    default: false
    }
  }
}
