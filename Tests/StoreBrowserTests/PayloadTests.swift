import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("The payload pane")
struct PayloadTests {
  /// The payload pane of an event that is alone in its store.
  private func pane(_ payload: String, width: Int = 80, height: Int = 24) throws
    -> BrowserUnderTest
  {
    try pane(bytes: Array(payload.utf8), width: width, height: height)
  }

  private func pane(bytes: [UInt8], width: Int = 80, height: Int = 24) throws -> BrowserUnderTest {
    let id = EventID(ULID(milliseconds: UInt64(ShopFixture.now), randomHigh: 0, randomLow: 0))
    var browser = BrowserUnderTest(width: width, height: height)
    browser.load([(Event(id: id, type: "Moved", payload: bytes), ["order-1"])])
    browser.press("2G3")
    return browser
  }

  static let longKey = "customer_delivery_address_second_line_extra"

  @Test("a long key leaves room for every value", arguments: [(80, 24), (140, 40), (60, 20)])
  func longKeys(width: Int, height: Int) throws {
    let browser = try pane(
      #"{"id":"a-17","\#(Self.longKey)":"floor 3"}"#, width: width, height: height)
    for value in [" \"a-17\"", " \"floor 3\""] { browser.expect(value) }
    browser.expect("customer_delivery")
  }

  @Test("a key that fits stands in full before its value, one blank between them")
  func fullKey() throws {
    var browser = try pane(#"{"\#(Self.longKey)":"x","id":7}"#)
    browser.expect("\(Self.longKey) \"x\"")
    browser.press("w")
    browser.expect("\(Self.longKey) \"x\"")
  }

  @Test(
    "as many bytes a row as fit with their text",
    arguments: [
      (80, 24, "00000008  08 09 0a 0b 0c 0d 0e 41  .......A"),
      (140, 40, "00000000  00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 41  ...............A"),
      (60, 20, "00000004  04 05 06 07  ...."),
    ])
  func bytes(width: Int, height: Int, row: String) throws {
    var browser = try pane(bytes: Array(0...14) + [0x41, 0xFF], width: width, height: height)
    if width == 140 { browser.press("z") }
    browser.expect(row)
    browser.press("G")
    browser.expect("▶00000010  ff")
  }

  @Test("the chosen byte stays in its row where the pane becomes narrow")
  func chosenByte() throws {
    var browser = try pane(bytes: Array(repeating: 0xFF, count: 64), width: 140, height: 40)
    browser.press("zjj")
    browser.expect("▶00000020")
    browser.send(.resized(Size(width: 60, height: 20)))
    browser.expect("▶00000020")
  }
}
