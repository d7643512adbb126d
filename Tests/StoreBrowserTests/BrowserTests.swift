import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("The browser")
struct BrowserTests {
  @Test("the first screen, four sizes", arguments: [(80, 24), (140, 40), (40, 10), (50, 20)])
  func firstScreen(width: Int, height: Int) {
    BrowserUnderTest.shop(width: width, height: height).expectScreen("main-\(width)x\(height)")
  }

  @Test("a stream is opened and its events have numbers, spans and other streams")
  func stream() {
    for width in [80, 140] {
      var browser = BrowserUnderTest.shop(width: width, height: width == 80 ? 24 : 40)
      browser.press(":stream order-1001<Enter>")
      browser.press("k")
      browser.expectScreen("stream-\(width)")
    }
  }

  @Test("a payload is zoomed, unfolded and walked through")
  func payload() {
    for width in [80, 140] {
      var browser = BrowserUnderTest.shop(width: width, height: width == 80 ? 24 : 40)
      browser.press(":stream order-1001<Enter>k<Enter>z")
      browser.expect("OrderShipped")
      browser.press("Ejjjj")
      browser.expect(".parcel.code   string, 13 characters")
      browser.expectScreen("payload-\(width)")
      browser.press("}")
      browser.expect("\"left at door\\n\\e[31mfragile\\e[0m\"")
      browser.press("C")
      browser.press("<Esc><Esc>")
      browser.expect("2 Events")
    }
  }

  @Test("the two screens of the design: the differences are explained beside them")
  func designScreens() {
    var narrow = BrowserUnderTest.shop()
    narrow.press("1jjjjlg")
    narrow.press("2:goto 4800<Enter>jjjjjjj")
    narrow.expectScreen("design-80x24")
    var wide = BrowserUnderTest(width: 140, height: 40)
    let shop = ShopFixture(isMorningOver: false)
    wide.load(shop)
    for (event, streams) in shop.morning { wide.append(event, to: streams) }
    wide.press("1jjjj")
    wide.press(":stream order-1001<Enter>k")
    wide.press("3jjjlg2")
    wide.expectScreen("design-140x40")
  }

  @Test("the live feed follows, pauses when moved up, counts, and resumes at the end")
  func live() throws {
    var browser = BrowserUnderTest.shop()
    browser.press("4z")
    browser.expectScreen("live-empty")
    for index in 0..<5 { browser.append(try later(index), to: ["order-7"]) }
    browser.expect("● following")
    browser.press("kk")
    browser.expect("‖ paused")
    let rows = browser.screen.split(separator: "\n").prefix(5)
    for index in 5..<13 { browser.append(try later(index), to: ["order-7"]) }
    browser.expect("▼ 8 new")
    browser.expectScreen("live-paused")
    #expect(browser.screen.split(separator: "\n").prefix(5).dropFirst(2) == rows.dropFirst(2))
    browser.press("G")
    browser.expect("● following")
    browser.press("<Space>")
    browser.expect("‖ paused")
    browser.press("<Space>c")
    browser.expect("waiting for the next event")
  }

  private func later(_ index: Int, type: EventType = "OrderDelivered") throws -> Event {
    let ulid = ULID(
      milliseconds: UInt64(ShopFixture.now) + UInt64(index) * 1_001, randomHigh: 0,
      randomLow: UInt64(index))
    return Event(id: EventID(ulid), type: type, payload: [])
  }

  @Test("a wide live feed has the payload beside it, and counts by type for a minute")
  func typeCounts() throws {
    var browser = BrowserUnderTest.shop(width: 140, height: 40)
    browser.press("4z")
    browser.expect("nothing came in the last minute")
    for index in 0..<30 {
      let type: EventType =
        index % 3 == 0 ? "OrderPlaced" : index % 7 == 0 ? "UserRenamed" : "StockMoved"
      browser.append(try later(index, type: type), to: ["order-7"])
    }
    browser.press("k")
    browser.expectScreen("live-140x40")
    #expect(browser.needsTicks)
    browser.send(.tick(milliseconds: ShopFixture.now + 61_000))
    browser.expect("nothing came in the last minute")
  }

  @Test("the tree unfolds by category, shows a few streams, then all")
  func tree() {
    var browser = BrowserUnderTest.shop(width: 80, height: 24)
    browser.press("1jj")
    browser.press("l")
    browser.expectScreen("tree-unfolded")
    browser.press("jjjj<Enter>")
    browser.expect("cart-106")
    browser.press("h")
    #expect(!browser.screen.contains("cart-106 "))
    browser.press("G")
    browser.expect("! streams/stock-91  link to a missing event")
  }

  @Test("help shows the keys of the pane and runs the chosen one")
  func help() {
    var browser = BrowserUnderTest.shop()
    browser.press("?")
    browser.expectScreen("help")
    browser.press("j<Enter>")
    #expect(!browser.screen.contains("Help: Events"))
  }

  @Test(
    "numbers go to rows, panes take digits",
    arguments: [
      ("37G", "row 37 of 4,812"), ("3G2", "row 4,812 of 4,812"), ("gg", "row 1 of 4,812"),
      ("g10j", "row 11 of 4,812"), ("g5j", "row 6 of 4,812"), ("g12G", "row 12 of 4,812"),
      ("3442", "row 4,812 of 4,812"), ("12", "row 4,812 of 4,812"),
    ])
  func numbers(keys: String, status: String) {
    var browser = BrowserUnderTest.shop()
    browser.press(keys)
    browser.expect(status)
  }

  @Test(
    "the command line goes to ids, rows, times, streams and says what is wrong",
    arguments: [
      (":goto 01HW584GBM88R8XVS2Q05XJW8P", "row 4,807 of 4,812"), (":goto 100", "row 100 of 4,812"),
      (":goto 2024-04-23T10:30:00Z", "row 4,807 of 4,812"), (":99", "row 99 of 4,812"),
      (":2024-04-23 12:30", "row 4,807 of 4,812"), (":goto 12:30", "row 4,807 of 4,812"),
      (":goto 2024-04-23T10:30Z", "row 4,807 of 4,812"), (":goto noon", "'noon' is no event here"),
      (":stream nowhere", "No stream 'nowhere' in this store."),
      (":stream der-1001", "No stream 'der-1001' in this store. There is order-1001."),
      (":fly", "No command :fly."),
      (":9999", "There are 4,812 rows: this is the last."), (":goto …5XJW8P", "row 4,807 of 4,812"),
      (":goto 01HW584GBM88R8XVS", "row 4,807 of 4,812"), (":stream order-", "category order"),
      (":set time=noon", "No setting time=noon."), (":goto", ":goto needs a word behind it"),
      (":set order=newest", "newest first"), (":set time=utc", "UTC"),
    ])
  func commandLine(line: String, text: String) {
    var browser = BrowserUnderTest.shop()
    browser.press(line + "<Enter>")
    browser.expect(text)
  }

  @Test(
    "digits one after the other choose a pane each",
    arguments: [
      ("21", "┏━ 1 Streams"), ("413", "┏━ 3 Payload"), ("32", "┏━ 2 Events"), ("34", "● live"),
    ])
  func panes(keys: String, pane: String) {
    var browser = BrowserUnderTest.shop()
    browser.press(keys)
    browser.expect(pane)
  }

  @Test("Esc goes back one step: from the payload to the list, from a stream to where one was")
  func escape() {
    var browser = BrowserUnderTest.shop()
    browser.press("&type=Order*<Enter>g<Enter><Esc>")
    browser.expect("all events & type=Order*")
    browser.expect("┏━ 2 Events")
    browser.press("<Esc>:goto 4800<Enter>s<Enter>")
    browser.expect("┏━ 2 Events")
    #expect(!browser.screen.contains("› all events"))
    browser.press("g<Esc>")
    browser.expect("› all events")
    browser.expect("row 4,800 of 4,812")
    browser.press("G:stream order-1001<Enter>g<Esc>")
    browser.expect("row 4,812 of 4,812")
    browser.press("?<C-c>")
    browser.expect("› all events")
  }

  @Test("jumps within a list are places, a walk through the streams is one, filters come back")
  func jumps() {
    var browser = BrowserUnderTest.shop()
    browser.press("37G900G[")
    browser.expect("row 37 of 4,812")
    browser.press("]")
    browser.expect("row 900 of 4,812")
    browser.press("&type=OrderPlaced<Enter>g:stream order-1002<Enter>[")
    browser.expect("all events & type=OrderPlaced")
    browser.press("<Esc>100G1jjj")
    #expect(!browser.screen.contains("› all events"))
    browser.press("[2")
    browser.expect("› all events")
    browser.expect("row 100 of 4,812")
  }

  @Test("newest first, what comes above a chosen row moves neither it nor the screen")
  func newestFirst() throws {
    var browser = BrowserUnderTest.shop()
    browser.press("ogjjj")
    let before = browser.screen.split(separator: "\n").first { $0.contains("▶1") }
    for number in 0..<30 {
      let id = EventID(
        ULID(milliseconds: UInt64(ShopFixture.now) + UInt64(number), randomHigh: 0, randomLow: 1))
      browser.append(Event(id: id, type: "OrderPlaced", payload: []), to: ["order-9"])
    }
    let lines = browser.screen.split(separator: "\n")
    #expect(lines.firstIndex { $0.contains("▶1") } == 5)
    #expect(before?.suffix(40) == lines.first { $0.contains("▶1") }?.suffix(40))
    browser.expect("row 34 of 4,842")
  }

  @Test("a sentence that is wider than the screen takes two rows until the next key")
  func longSentence() {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream cart-101<Enter>r")
    browser.expect("which is not your domain's state.")
    browser.press("<C-l>")
    browser.expect("? help")
  }

  @Test("R compares with the folders and tells what no notification had told of")
  func refresh() {
    var browser = BrowserUnderTest.shop()
    browser.press("R")
    browser.expect("Comparing with the folders…")
    browser.send(.changes([.compared(missedCount: 0)], atMilliseconds: ShopFixture.now))
    browser.expect("Compared: 0 events had not been told of.")
    browser.press("<C-l>")
    browser.send(.changes([.compared(missedCount: 0)], atMilliseconds: ShopFixture.now))
    #expect(!browser.screen.contains("Compared"))
  }

  @Test("F follows, and no longer when it is pressed again")
  func follow() {
    var browser = BrowserUnderTest.shop()
    browser.press("gF")
    browser.expect("Following")
    browser.press("F")
    browser.expect("No longer following.")
    browser.press("<C-l>")
    browser.expect("row 4,811 of 4,812")
  }

  @Test("places are gone back to and forward")
  func places() {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001<Enter>:stream holds<Enter>")
    browser.expect("shop-data › holds")
    browser.press("[")
    browser.expect("shop-data › order-1001")
    browser.press("[")
    browser.expect("shop-data › all events")
    browser.press("]")
    browser.expect("shop-data › order-1001")
  }

  @Test("an event that comes stays in view at the end, and not when one reads further up")
  func newEvents() throws {
    var browser = BrowserUnderTest.shop()
    browser.append(try later(0))
    browser.expect("row 4,813 of 4,813")
    browser.press("k")
    browser.append(try later(1))
    browser.expect("row 4,812 of 4,814")
  }

  @Test("empty, small and ASCII")
  func states() {
    var empty = BrowserUnderTest()
    empty.expect("Listing the events")
    empty.send(.changes([.loaded], atMilliseconds: ShopFixture.now))
    empty.expect("No events yet. The first one appended to shop-data")
    empty.expect("appears here.")
    empty.send(.resized(Size(width: 31, height: 7)))
    empty.expect("31×7 is too small")
    empty.press("j?")
    empty.expect("31×7 is too small")
    empty.press("q")
    #expect(empty.effects.last == .quit)
    var ascii = BrowserUnderTest(glyphs: .ascii)
    ascii.load(ShopFixture())
    ascii.expectScreen("ascii")
  }

  @Test("^C stops what runs behind the screen; when nothing runs it quits")
  func stop() {
    var browser = BrowserUnderTest()
    let shop = ShopFixture()
    browser.send(.changes(Array(shop.changes.prefix(1)), atMilliseconds: ShopFixture.now))
    browser.expect("4,812 events so far…")
    if case .found(var listed) = shop.listed {
      listed.isCounted = true
      browser.send(.changes([.found(listed)], atMilliseconds: ShopFixture.now))
    }
    browser.expect("types 0 %")
    browser.press("<C-c>")
    #expect(browser.effects.last == .stopWork)
    browser.expect("Stopped reading the rest.")
    browser.load(shop)
    browser.press("<C-c>")
    #expect(browser.effects.last == .quit)
  }
}
