import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("The replay's screens")
struct ReplayScreenTests {
  private static let sizes = [(80, 24), (140, 40)]

  /// The order at its seventh event, opened from its stream.
  private func shipped(_ width: Int, _ height: Int) -> BrowserUnderTest {
    var browser = OrderFixture.browser(width: width, height: height)
    browser.press(":stream order-1001<Enter>kr")
    return browser
  }

  @Test("a step, a pinned field, only what changed", arguments: sizes)
  func step(width: Int, height: Int) {
    var browser = shipped(width, height)
    browser.expectScreen("replay-step-\(width)")
    browser.press(":pin .status<Enter>")
    browser.expectScreen("replay-pinned-\(width)")
    browser.press("d")
    browser.expectScreen("replay-diff-\(width)")
    browser.press("2G")
    browser.expectScreen("replay-equal-\(width)")
  }

  @Test(
    "an unknown event and one that is refused: a mark, a sentence, the state as before",
    arguments: sizes)
  func failures(width: Int, height: Int) throws {
    var browser = OrderFixture.browser(width: width, height: height)
    let time = UInt64(ShopFixture.now) + 5_000
    for (index, type) in ["OrderCancelled", "OrderPaid"].enumerated() {
      let id = EventID(ULID(milliseconds: time, randomHigh: 0, randomLow: UInt64(index)))
      browser.append(
        Event(id: id, type: EventType(type), payload: Array(#"{"reason":"too late"}"#.utf8)),
        to: ["order-1001"])
    }
    browser.press(":stream order-1001<Enter>kkr")
    browser.expect("OrderDelivered: no handler, state as after 7.")
    browser.expectScreen("replay-unknown-\(width)")
    browser.press("l")
    browser.expect("! OrderCancelled: a shipped order cannot")
    browser.expectScreen("replay-refused-\(width)")
    browser.press("l")
    browser.expect("\"shipped\" → \"paid\"")
  }

  @Test("a draft and an ignored event are marked as such everywhere", arguments: sizes)
  func edits(width: Int, height: Int) {
    var browser = shipped(width, height)
    browser.press("3Gi")
    browser.expectScreen("replay-ignored-\(width)")
    browser.press("7G:whatif OrderCancelled {\"reason\":\"a test\"}<Enter>")
    browser.expect("! OrderCancelled: a shipped order cannot")
    browser.press("6G:whatif OrderCancelled {\"reason\":\"a test\"}<Enter>k")
    browser.expectScreen("replay-draft-\(width)")
  }

  @Test("merged fields say that they are no state of a domain", arguments: sizes)
  func merged(width: Int, height: Int) {
    var browser = OrderFixture.browser(width: width, height: height, sources: ReplaySources())
    browser.press(":stream order-1001<Enter>kr")
    browser.expect("No aggregate registered for order-1001.")
    browser.expectScreen("replay-merged-\(width)")
  }

  @Test("more events than columns share cells", arguments: sizes)
  func buckets(width: Int, height: Int) {
    var browser = BrowserUnderTest(width: width, height: height)
    browser.load(ReplayHistory.counter(1_000))
    browser.press(":stream counter-1<Enter>r:replay merge<Enter>437G")
    browser.press(":pin .tens<Enter>")
    browser.expectScreen("replay-buckets-\(width)")
  }

  @Test("a long way is told, and ^C stops it", arguments: sizes)
  func progress(width: Int, height: Int) {
    var browser = BrowserUnderTest(width: width, height: height)
    browser.load(ReplayHistory.counter(2_000))
    browser.answersReplays = false
    browser.press(":stream counter-1<Enter>r")
    browser.workOnReplay()
    browser.press("G")
    browser.expectScreen("replay-progress-\(width)")
    browser.press("<C-c>")
    browser.expect("Stopped: 512 of 2,000 events are replayed.")
    browser.press("<C-c>")
    #expect(browser.effects.contains(.quit))
  }

  @Test("playing, in ASCII, and as of another moment", arguments: sizes)
  func others(width: Int, height: Int) {
    var browser = OrderFixture.browser(width: width, height: height, glyphs: .ascii)
    browser.press(":stream order-1001<Enter>kr3G:pin .status<Enter><Space>++")
    browser.expectScreen("replay-playing-ascii-\(width)")
    var then = shipped(width, height)
    then.press(":asof 12:12:30<Enter>")
    then.expectScreen("replay-asof-\(width)")
    then.press("<Esc>")
    then.expectScreen("asof-\(width)")
    then.press("<Esc>")
    then.expect("● live")
  }

  @Test("on a narrow screen one part at a time, and the help tells of its keys")
  func narrow() {
    var browser = shipped(50, 16)
    browser.expectScreen("replay-50x16")
    browser.press("<Tab>")
    browser.expectScreen("replay-events-50x16")
    var help = shipped(80, 24)
    help.press("?")
    help.expectScreen("replay-help")
  }
}
