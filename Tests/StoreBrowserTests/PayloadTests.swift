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

  /// A text in which every place can be told.
  private static let numbers = (0..<1_251).map { String($0 + 8_000) }.joined()

  /// The digits on the payload's rows.
  private func digits(_ browser: BrowserUnderTest) -> [Character] {
    browser.screen.split(separator: "\n").filter { $0.contains("┃") }.flatMap { row in
      row.split(separator: "┃").last?.filter(\.isNumber).map(\.self) ?? []
    }
  }

  @Test("a wrapped text is scrolled row by row, and the chosen line is seen")
  func wrapping() throws {
    var browser = try pane(#"{"number":"\#(Self.numbers)","place":"Gent"}"#)
    browser.press("wjG")
    browser.expect("line 3 of 3")
    browser.expect("▶    place    \"Gent\"")
    browser.press("k")
    browser.expect("line 2 of 3")
    browser.expect("9250\"")
    browser.press("g")
    browser.expect("▶▾ {2 keys}")
    browser.press("j")
    browser.expect("▶    number   \"8000")
    browser.press("<Space><Space>")
    browser.expect("line 2 of 3")
    #expect(!browser.screen.contains("8000"))
    browser.press(String(repeating: "<Space>", count: 30))
    browser.expect("▶    place    \"Gent\"")
    browser.press("w")
    browser.expect("▶    place    \"Gent\"")
    browser.press("g")
    browser.expect("▶▾ {2 keys}")
  }

  @Test("all of a wrapped text is reached", arguments: ["j", "<Space>", "<C-d>"], ["", "a"])
  func reaching(key: String, view: String) throws {
    var browser = try pane(#"{"number":"\#(Self.numbers)"}"#)
    browser.press(view + "w")
    var missing = Set((0..<1_251).map { $0 + 8_000 })
    for _ in 0..<105 {
      let shown = digits(browser)
      for start in shown.indices.dropLast(3) {
        Int(String(shown[start..<(start + 4)])).map { _ = missing.remove($0) }
      }
      browser.press(key)
    }
    #expect(missing.isEmpty)
    browser.expect("9250\"")
    browser.press(
      key == "j" ? "g" : String(repeating: key == "<Space>" ? "b" : "<C-u>", count: 105))
    browser.expect("8000")
  }

  @Test("a text without line ends goes on on the next line where it is very long")
  func longText() throws {
    var browser = try pane(String(repeating: "é", count: 40_000) + "Z")
    browser.expect("line 1 of 2")
    browser.press("wG")
    browser.expect("éZ")
    #expect(!browser.screen.contains("\u{FFFD}"))
  }

  @Test("what wraps is not scrolled sideways")
  func sideways() throws {
    var browser = try pane(#"{"number":"\#(Self.numbers)","place":"Gent"}"#)
    browser.press("LL")
    #expect(!browser.screen.contains("number"))
    browser.press("w")
    browser.expect("number   \"8000")
    browser.press("L")
    browser.expect("number   \"8000")
    browser.expect("w lets them run on")
    browser.press("w")
    browser.expect("number   \"8000")
  }

  @Test("the hints tell the keys that act in the view that shows", arguments: [80, 140])
  func hints(width: Int) throws {
    var browser = try pane(#"{"place":"Gent"}"#, width: width)
    browser.expect(" h/l fold  e/E expand")
    for view in ["a text", "a hex", "a JSON"] {
      for hint in ["{/} event", "y copy  \(view)  w wrap", "Esc back", "? help"] {
        browser.expect(hint)
      }
      browser.press("a")
      #expect(browser.screen.contains("h/l fold") == (view == "a JSON"))
      #expect(browser.screen.contains("H/L sideways") != (view == "a JSON"))
    }
    browser.press("aw")
    #expect(!browser.screen.contains("H/L sideways"))
  }
}
