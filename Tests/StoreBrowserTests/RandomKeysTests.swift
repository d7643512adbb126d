import Foundation
import LivenStore
import LivenStoreTestSupport
import StoreBrowser
import TerminalUI
import Testing

@Suite("Random keys on a store that changes")
struct RandomKeysTests {
  /// Steps for each seed; `make torture` takes five times as many.
  private static let stepCount =
    ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 5_000

  @Test(
    "no trap, panes apart, rows as wide as the screen, the cursor on it",
    arguments: 1...4)
  func randomKeys(seed: UInt64) {
    var browser = BrowserUnderTest.shop()
    var random = RandomUse(seed: seed)
    for index in 0..<Self.stepCount {
      let message = random.message()
      browser.send(message)
      if index % 29 == 0 { random.change(&browser) }
      guard index % 5 == 0, let problem = ScreenRules.problem(with: browser.model) else { continue }
      Issue.record("seed \(seed), step \(index), after \(message): \(problem)")
      return
    }
    #expect(browser.model.catalog.count > 4_900)
  }
}

/// What a person and the writers of a store do, by a seed alone.
private struct RandomUse {
  private var random: RepeatableRandom
  private var eventCount: UInt64 = 0

  init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// Mostly a key, at times a size or a paste.
  mutating func message() -> BrowserMessage {
    switch below(200) {
    case 0, 1: .resized(Size(width: below(200) + 1, height: below(60) + 1))
    case 2: .paste(word())
    case 3: .tick(milliseconds: ShopFixture.now + Int64(below(100_000)))
    default: .key(key())
    }
  }

  private mutating func key() -> Key {
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .shiftLeft,
      .shiftRight, .home, .end, .pageUp, .pageDown, .function(1), .control("d"), .control("u"),
      .control("l"), .control("z"), .control("w"), .control("c"), .character("é"), .character("日"),
    ]
    if below(4) == 0 { return named[below(named.count)] }
    return .character(Unicode.Scalar(UInt8(0x20 + below(95))))
  }

  /// A name or a part of a command, some of them hostile or wide.
  private mutating func word() -> String {
    let words = [
      "order-1001", "日本語", "e\u{301}", "goto 9", "stream s", "type=O*", "[", "👍🏽", ".a > 1",
    ]
    return below(3) == 0
      ? HostileFixture.escapes[below(HostileFixture.escapes.count)] : words[below(words.count)]
  }

  /// Something comes: an event with links, a stream, a problem; out of order at times.
  mutating func change(_ browser: inout BrowserUnderTest) {
    eventCount += 1
    let time = UInt64(ShopFixture.now) - UInt64(below(4) == 0 ? below(9_000_000) : 0) + eventCount
    let id = EventID(ULID(milliseconds: time, randomHigh: 0, randomLow: eventCount))
    let event = Event(
      id: id, type: EventType("T" + word()), payload: Array("{\"w\":\"\(word())\"}".utf8))
    let names = ["order-9", "new-\(below(500))", word().replacing("/", with: "")]
    browser.append(event, to: names.prefix(below(4)).compactMap { StreamName($0) })
    guard below(20) == 0 else { return }
    let problem = StoreProblem(subject: "events/\(word())", message: "is \(word())", id: id)
    browser.send(
      .changes(
        [.problem(problem), .compared(missedCount: below(3))], atMilliseconds: ShopFixture.now))
  }
}
