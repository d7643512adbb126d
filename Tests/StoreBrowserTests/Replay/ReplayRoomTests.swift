import LivenStore
import StoreBrowser
import TerminalUI
import Testing

/// What a replay shows where there is little room for it.
@Suite("The replay's values in little room")
struct ReplayRoomTests {
  /// A replay of payloads that are merged, at the last one; one comes so long after the other.
  private func replay(
    _ payloads: [String], width: Int, height: Int, gap: UInt64 = 14
  ) -> BrowserUnderTest {
    var browser = BrowserUnderTest(width: width, height: height)
    browser.load(
      payloads.enumerated().map { index, payload in
        let time = UInt64(ShopFixture.now) + UInt64(index) * gap
        let id = EventID(ULID(milliseconds: time, randomHigh: 0, randomLow: 0))
        return (Event(id: id, type: "Moved", payload: Array(payload.utf8)), ["order-1"])
      })
    browser.press(":stream order-1<Enter>r")
    return browser
  }

  @Test(
    "both values of a change show, the new one with at least half of the room",
    arguments: [(80, 24), (140, 40)])
  func changes(width: Int, height: Int) {
    let payloads = [
      #"{"order_id":"order-699853","place":"\#(String(repeating: "north ", count: 50))"}"#,
      #"{"order_id":"order-699999","place":"\#(String(repeating: "south ", count: 50))"}"#,
    ]
    var browser = replay(payloads, width: width, height: height)
    browser.expect(" → \"order-")
    browser.expect("99\"")
    browser.expect("\"north")
    browser.expect(" → \"south")
    browser.expect("…")
    browser.press("d")
    browser.expect(" → \"order-")
    browser.expect(" → \"south")
  }

  @Test("the history of a field shows both values too")
  func history() {
    let texts = ["north ", "south "].map { String(repeating: $0, count: 50) }
    var browser = replay(texts.map { #"{"place":"\#($0)"}"# }, width: 140, height: 40)
    browser.press("g:pin .place<Enter>")
    let row = browser.screen.split(separator: "\n").first { $0.contains("ahead") } ?? ""
    #expect(row.contains("\"north"))
    #expect(row.contains(" → \"south"))
  }

  @Test("a long key leaves room for every value", arguments: [(80, 24), (140, 40), (60, 20)])
  func longKeys(width: Int, height: Int) {
    let payloads = ["1", "2"].map {
      #"{"id":"a-17","\#(PayloadTests.longKey)":"floor \#($0)","city":"Gent"}"#
    }
    var browser = replay(payloads, width: width, height: height)
    browser.expect(" \"a-17\"")
    browser.expect(" \"Gent\"")
    browser.expect(" \"f")
    browser.expect(" → \"f")
    browser.press("d")
    browser.expect(" → \"f")
  }

  @Test("an event that cannot be read is told in one sentence")
  func unreadable() {
    var browser = BrowserUnderTest(width: 140, height: 40)
    browser.load(ShopFixture(), withPayloads: false)
    browser.press(":stream order-1001<Enter>rhl")
    let sentence = "No event '01HW584SEA2XYSQRN20VW6PVE1' in this store, state as after 7."
    browser.expect(" ! \(sentence)")
    browser.expect(" 8 of 8  \(sentence)")
  }

  @Test("dates end in the same column, as in the list of events")
  func dates() {
    let day: UInt64 = 86_400_000
    let browser = replay(["{}", "{}"], width: 140, height: 40, gap: 377 * day)
    browser.expect(" 1  23 Apr 2024 Moved")
    browser.expect(" 2   5 May 2025 Moved")
  }

  @Test("small gaps are told as in the list of events", arguments: [(80, 24), (140, 40)])
  func gaps(width: Int, height: Int) {
    for (gap, text) in [
      (14, "+0.01 s"), (9_994, "+9.99 s"), (9_995, "+10.0 s"), (31_870, "+31.9 s"),
    ] {
      let browser = replay(["{}", "{}"], width: width, height: height, gap: UInt64(gap))
      browser.expect(text)
    }
  }
}
