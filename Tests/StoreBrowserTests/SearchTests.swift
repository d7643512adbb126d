import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("Searching and filtering")
struct SearchTests {
  @Test("/ goes to the next match, n on, N back, and round the end; matches are counted")
  func search() {
    var browser = BrowserUnderTest.shop()
    browser.press("g/ship<Enter>")
    browser.expect("▶12:27:47.651 OrderPacked")
    browser.expect("/ship  1 of 3 matches")
    browser.press("n")
    browser.expect("▶12:30:59.700 OrderShipped")
    browser.expectScreen("search-80")
    browser.press("nn")
    browser.expect("/ship: continued from the top")
    browser.press("N")
    browser.expect("continued from the end")
    browser.press("N")
    browser.expect("2 of 3 matches")
    browser.press("/<Enter>")
    browser.expect("3 of 3 matches")
    browser.press("<Esc>n")
    browser.expect("Nothing is searched for")
  }

  @Test("capital letters count once there is one; what is not there is said; bad patterns too")
  func patterns() {
    var browser = BrowserUnderTest.shop()
    browser.press("g/postnl<Enter>")
    browser.expect("1 of 1 match")
    browser.press("/POSTNL<Enter>")
    browser.expect("/POSTNL: not found in 4,812 events.")
    browser.press("g/Order(Paid|Packed)<Enter>")
    browser.expect("of 2 matches")
    browser.press("/[<Enter>")
    browser.expect("/[: '[' is no regular expression")
    browser.press("/order-1003<Enter>")
    browser.expect("matches")
  }

  @Test("a search runs behind the screen: the first match at once, ^C stops")
  func behind() {
    var browser = BrowserUnderTest.shop()
    browser.answersScans = false
    browser.press("g/counted<Enter>")
    browser.expect("searched 0 of 4,812, 0 found  ^C stops")
    browser.press("jj")
    browser.answerOne()
    browser.expect("▶12:54:30.000")
    browser.expect("searched 2,048 of 4,812")
    browser.press("<C-c>")
    browser.expect("Stopped: what was found so far stays.")
    browser.answerOne()
    browser.press("n")
    #expect(browser.waiting.isEmpty)
    browser.expect("matches")
  }

  @Test("& shows matching rows only, counts the hidden, and Esc shows all")
  func filter() {
    var browser = BrowserUnderTest.shop()
    browser.press("&type=OrderP* and .order_id = order-1001<Enter>")
    browser.expect("3 of 3, 4,809 hidden")
    browser.expect("all events & type=OrderP*")
    browser.expectScreen("filter-80")
    browser.press("g")
    browser.expect("▶12:04:31.013 OrderPlaced")
    browser.press("<Esc>")
    browser.expect("of 4,812 ━┓")
    browser.expect("▶23 Apr 12:04 OrderPlaced")
  }

  @Test("a filter stays at the chosen event or the one behind it, and gives the place back")
  func filterKeepsPlace() {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001<Enter>:goto 12:27<Enter>")
    browser.expect("▶12:27:47.651 OrderPacked")
    browser.press("&type=OrderPa*<Enter>")
    browser.expect("▶12:27:47.651 OrderPacked")
    browser.expect("row 2 of 2")
    browser.press("<Esc>&type=OrderPaid or type=OrderShipped<Enter>")
    browser.expect("▶12:30:59.700 OrderShipped")
    browser.press("<Esc>")
    browser.expect("▶12:27:47.651 OrderPacked")
    browser.press("&type=OrderPaid or type=OrderShipped<Enter>k<Esc>")
    browser.expect("▶12:06:40.001 OrderPaid")
    browser.press("&<Up>")
    browser.expect("&type=OrderPaid or type=OrderShipped")
  }

  @Test("a filter that nothing passes explains the empty list; a wrong one names the column")
  func emptyFilter() {
    var browser = BrowserUnderTest.shop()
    browser.press("&type=OrderPade<Enter>")
    browser.expect("No event matches & type=OrderPade. 4,812")
    browser.press("<Esc>&type=<Enter>")
    browser.expect("& type=: expected a value (column 6)")
    browser.press("&<C-u>foo=1<Enter>")
    browser.expect("(column 1)")
  }

  @Test("a time without a zone is one of the zone that is shown")
  func localTime() {
    var browser = BrowserUnderTest.shop()
    browser.press("&time>=2024-04-23T12:30<Enter>")
    browser.expect("6 of 6, 4,806 hidden")
    browser.press("<Esc>&time>=2024-04-23T10:30Z<Enter>")
    browser.expect("6 of 6, 4,806 hidden")
    browser.press("<Esc>:set time=utc<Enter>&time>=2024-04-23T10:30<Enter>")
    browser.expect("6 of 6, 4,806 hidden")
  }

  @Test("Tab in a filter completes subjects, types, streams and fields of the payload that shows")
  func completion() {
    var browser = BrowserUnderTest.shop()
    browser.press("&ty<Tab>OrderSh<Tab>")
    browser.expect("&type=OrderShipped")
    browser.press(" a<Tab>.ord<Tab>")
    browser.expect("&type=OrderShipped and .order_id")
    browser.press("<C-u>(stream=order-100<Tab><Tab>")
    browser.expect("&(stream=order-1002")
  }

  @Test("where nothing matches no payload shows")
  func emptyPayload() {
    var browser = BrowserUnderTest.shop()
    browser.press("&type=Nothing<Enter>")
    browser.expect("No event matches")
    #expect(!browser.screen.contains("left at door"))
    browser.press("<Esc>")
    browser.expect("left at door")
  }

  @Test("what was stopped says how much of the list it has looked at")
  func stopped() {
    var browser = BrowserUnderTest.shop()
    browser.answersScans = false
    browser.press("&type=Nothing<Enter>")
    browser.answerOne()
    browser.expect("42 % looked at…")
    browser.press("<C-c><C-l>")
    browser.expect("No event matches & type=Nothing in the 42 % that")
    browser.press("<Esc>/nothing<Enter>")
    browser.answerOne()
    browser.answerOne()
    browser.press("<C-c><C-l>")
    browser.expect("/nothing  0 matches in 42 %, stopped")
  }

  @Test("events that come are filtered and searched too")
  func late() throws {
    var browser = BrowserUnderTest.shop()
    browser.press("&type=OrderPaid<Enter>")
    browser.expect("1 of 1, 4,811 hidden")
    for (number, type) in ["OrderPaid", "OrderPlaced", "OrderPaid"].enumerated() {
      let id = EventID(
        ULID(milliseconds: UInt64(ShopFixture.now) + UInt64(number), randomHigh: 0, randomLow: 1))
      browser.append(Event(id: id, type: EventType(type), payload: []), to: ["order-9"])
    }
    browser.expect("3 of 3, 4,812 hidden")
  }

  @Test("what begins while the store is listed looks at all of it, also if it is listed anew")
  func whileListing() {
    let (shop, morning) = (ShopFixture(), ShopFixture(isMorningOver: false))
    var browser = BrowserUnderTest()
    browser.load(shop, listing: Array(morning.changes.prefix(1)))
    browser.press("&type=OrderShipped<Enter>")
    browser.expect("No event matches")
    browser.load(shop)
    browser.expect("row 1 of 1")
    browser.press("<Esc>g/postnl<Enter>")
    browser.expect("1 of 1 match")
    browser.load(shop, listing: [.restarted])
    browser.load(shop)
    browser.expect("/postnl  1 match")
    browser.press("N")
    browser.expect("1 of 1 match")
    browser.press("g/ship<Enter>")
    browser.expect("1 of 3 matches")
    browser.press("<Esc>&type=Order*<Enter>")
    browser.load(shop, listing: [.restarted])
    browser.expect("0 of 0")
    browser.load(shop)
    browser.expect("7 of 7, 4,805 hidden")
  }

  @Test("streams are found by a part of their name, with / and with &")
  func streams() {
    var browser = BrowserUnderTest.shop()
    browser.press("1/ORDER-10<Enter>")
    browser.expect("not found in 214 streams")
    browser.press("/order-1002<Enter>")
    browser.expect("order-1002")
    browser.expect("1 of 1 stream")
    browser.press("&user-4<Enter>")
    browser.expect("& user-4")
    browser.expect("▶ user-4")
    browser.expect("/214 ━┓")
    browser.expect("shop-data › user-4")
    #expect(!browser.screen.contains("▸ stock"), "\(browser.screen)")
    browser.press("<Esc>")
    browser.expect("▶ · user-42")
    browser.expect("━ 214 ━┓")
    browser.press("&zzz<Enter>")
    browser.expect("No stream's name holds 'zzz'. Esc shows all.")
  }

  @Test("in a payload lines are searched; * and # go to the same type")
  func others() {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001<Enter>k<Enter>E/parcel<Enter>")
    browser.expect("of 1 lines")
    browser.expect("▶  ▾ parcel")
    browser.press("<Esc><Esc>")
    browser.press(":goto 4800<Enter>/OrderPlaced<Enter>*")
    browser.expect("OrderPlaced")
    browser.press("##########")
    browser.expect("No further OrderPlaced above.")
  }

  @Test("a stream opens filtered: :stream NAME & CONDITION")
  func filteredStream() {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001 & type=*Paid or type=OrderShipped<Enter>")
    browser.expect("2 of 2, 6 hidden")
  }
}

@Suite("What is offered beside the panes")
struct ChoiceTests {
  private func order() -> BrowserUnderTest {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001<Enter>k")
    return browser
  }

  @Test("s lists the streams of the event with its number in each, and opens one")
  func streams() {
    var browser = order()
    browser.press("s")
    browser.expect("order-1001  no. 7 of 8")
    browser.expect("shipments  no. 2 of 3")
    browser.expectScreen("streams-of-event")
    browser.press("j<Enter>")
    browser.expect("shop-data › shipments")
    browser.expect("OrderShipped")
    browser.press("[")
    browser.expect("shop-data › order-1001")
  }

  @Test("y copies what its second key names, with a limit")
  func copying() throws {
    var browser = order()
    browser.press("y")
    browser.expect("i  id")
    browser.expectScreen("copy")
    browser.press("i")
    browser.expect("Copied id, 26 characters (OSC 52).")
    let id = try #require(
      browser.effects.compactMap { effect -> String? in
        if case .copy(let bytes) = effect { String(decoding: bytes, as: UTF8.self) } else { nil }
      }.last)
    #expect(id.hasSuffix("5XJW8P"))
    browser.press("3jjyy")
    browser.expect("Copied value, 6 characters")
    browser.press("y<Esc>")
    browser.expect("3 Payload")
  }

  @Test("what is too large for a terminal's clipboard is not said to be copied")
  func tooLarge() throws {
    var browser = order()
    let id = EventID(ULID(milliseconds: UInt64(ShopFixture.now), randomHigh: 0, randomLow: 2))
    let payload = Array(#"{"text":"\#(String(repeating: "x", count: 60_000))"}"#.utf8)
    browser.append(Event(id: id, type: "Long", payload: payload), to: ["order-1001"])
    browser.press("Gyv")
    browser.expect("Not copied: 80 kB is over the 74 kB OSC 52 limit.")
    #expect(!browser.effects.contains { if case .copy = $0 { true } else { false } })
  }

  @Test("x and X name a file, which can be changed before it is written")
  func export() {
    var browser = order()
    browser.press("x")
    browser.expect(":export-event 01HW")
    browser.press("<C-u>export some.jsonl<Enter>")
    browser.expect("Exporting 8 events to some.jsonl…")
    browser.press("X<Esc>:export-event one.jsonl<Enter>")
    let exports = browser.effects.compactMap { effect -> (Int, String)? in
      if case .export(let events, let path) = effect { (events.count, path) } else { nil }
    }
    #expect(exports.map(\.0) == [8, 1] && exports.map(\.1) == ["some.jsonl", "one.jsonl"])
  }

  @Test("v has a copy of the chosen event shown, with its streams")
  func copyForEditor() {
    var browser = order()
    browser.press("v")
    let expected = EventID("01HW584GBM88R8XVS2Q05XJW8P").map {
      BrowserEffect.showCopy($0, streams: ["order-1001", "shipments"])
    }
    #expect(browser.effects.last == expected)
    var empty = BrowserUnderTest()
    empty.press("v")
    empty.expect("There is no event to open.")
  }

  @Test("marks are set, shown and gone to")
  func marks() {
    var browser = order()
    browser.press("mkkkm")
    browser.expect("2 marks: u and U go through them, X exports them.")
    browser.press("<C-l>")
    browser.expect("  marked ")
    browser.press("X")
    browser.expect("m  marks  2 marked events")
    browser.press("m")
    browser.expect(":export-marks marks.jsonl")
    browser.press("<Enter>")
    browser.expect("Exporting 2 events to marks.jsonl")
    browser.press("j")
    #expect(browser.screen.split(separator: "\n").count { $0.contains("┃*12:") } == 2)
    browser.press("u")
    browser.expect("▶12:30:59.700")
    browser.press("u")
    browser.expect("▶12:11:59.420")
    browser.press("U")
    browser.expect("▶12:30:59.700")
  }

  @Test("the help is searched, and runs the line that was found")
  func help() {
    var browser = order()
    browser.press("?/clipboard<Enter>")
    browser.expect("/clipboard: not found in this help; Tab shows the next pane's.")
    browser.press("/newest<Enter>")
    browser.expect("/newest  1 of 2 lines")
    browser.expectScreen("help-search")
    browser.press("N<Esc>?n")
    browser.expect("Nothing is searched for: / searches this help.")
    browser.press("/newest<Enter>nn")
    browser.expect("/newest  1 of 2 lines")
    browser.press("<Enter>")
    browser.expect("newest first")
  }

  @Test(":help opens at a word; a number that is typed shows")
  func helpWord() {
    var browser = order()
    browser.press(":help wrap<Enter>")
    browser.expect("/wrap: not found in this help")
    browser.press("<Esc>3:help wrap<Enter>")
    browser.expect("Help: Payload")
    browser.expect("/wrap  1 of")
    browser.press("<Esc>237")
    browser.expect("  237")
    browser.press("<Esc>")
    #expect(!browser.screen.contains("  237"))
  }

  @Test("a file of settings sets and binds")
  func configuration() {
    var browser = order()
    browser.configure("# mine\n\nset order=newest\n  set time=utc\nbind <F5> help\nbind ? zoom\n")
    browser.expect("newest first  UTC")
    browser.press("<F5>")
    browser.expect("Your keys")
    browser.expect("  F5 ")
    browser.press("<Esc>?")
    #expect(!browser.screen.contains("1 Streams"))
  }

  @Test(
    "a wrong line of a file of settings is told with its number",
    arguments: [
      ("set time=noon", "mine, line 1: No setting time=noon."),
      ("set theme=mono\nquit", "mine, line 2: only set, bind and reducer can stand here."),
      ("bind <F5>", "mine, line 1: :bind takes KEY COMMAND"),
      ("bind <Bogus> quit", "mine, line 1: No key <Bogus>"),
      ("bind j jump", "mine, line 1: No command jump."),
      ("bind 3 quit", "mine, line 1: 3 begins a number"),
      ("bind <C-c> quit", "mine, line 1: ^C stops what runs"),
    ])
  func wrongConfiguration(text: String, sentence: String) {
    var browser = order()
    browser.configure(text)
    browser.expect(sentence)
  }
}
