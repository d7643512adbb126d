import LivenStore
import LivenStoreTestSupport
import StoreBrowser
import TerminalUI
import Testing

@Suite("The mouse")
struct MouseTests {
  /// With the mouse on; the time stands still.
  private func shop(width: Int = 80, height: Int = 24) -> BrowserUnderTest {
    var browser = BrowserUnderTest.shop(width: width, height: height)
    browser.press("<F2>")
    browser.expect("Mouse on: the wheel scrolls")
    #expect(browser.effects.last == .useMouse(true))
    return browser
  }

  @Test("off, it does nothing; F2, set and a file of settings turn it on")
  func off() {
    var browser = BrowserUnderTest.shop()
    let screen = browser.screen
    browser.click(x: 3, y: 4)
    browser.wheel(-1, x: 40, y: 5)
    #expect(browser.screen == screen)
    browser.press(":set mouse=on<Enter>")
    #expect(browser.effects.last == .useMouse(true))
    browser.press("<F2>")
    browser.expect("Mouse off: the terminal selects text")
    #expect(browser.effects.last == .useMouse(false))
    browser.press(":set mouse=maybe<Enter>")
    browser.expect("No setting mouse=maybe.")
    browser.configure("set mouse=on")
    #expect(browser.model.settings.usesMouse)
    #expect(!browser.screen.contains("mine, line 1"))
  }

  @Test("a click chooses the pane and the row under it, a double click opens it")
  func clicks() {
    var browser = shop()
    browser.click(x: 40, y: 5)
    browser.expect("2 Events  row 4,806 of 4,812")
    browser.click(x: 3, y: 3)
    browser.expect("1 Streams  row 2 of")
    browser.click(x: 3, y: 4)
    browser.expect("shop-data › category cart")
    browser.click(x: 3, y: 4, after: 100)
    browser.expect("· cart-101")
    browser.click(x: 60, y: 8)
    browser.click(x: 60, y: 8, after: 100)
    browser.expect("┏━ 3 Payload")
    browser.click(x: 60, y: 18)
    browser.expect("line 2 of 2")
  }

  @Test("two clicks far apart in time or place are two clicks")
  func slowClicks() {
    var browser = shop()
    browser.click(x: 40, y: 5)
    browser.click(x: 40, y: 5, after: 401)
    browser.click(x: 40, y: 6, after: 402)
    browser.expect("┏━ 2 Events")
    browser.click(x: 40, y: 6, after: 500)
    browser.expect("┏━ 3 Payload")
  }

  @Test("titles and empty places choose the pane alone; outside the panes nothing happens")
  func titles() {
    var browser = shop()
    browser.click(x: 40, y: 13)
    browser.expect("┏━ 3 Payload │ 4 Live")
    browser.expect("3 Payload")
    browser.click(x: 27, y: 13)
    let screen = browser.screen
    for (x, y) in [(5, 0), (5, 22), (5, 23)] { browser.click(x: x, y: y) }
    #expect(browser.screen == screen)
    browser.press("<Esc>")
    browser.click(x: 41, y: 13)
    browser.expect("4 Live  no event since")
  }

  @Test("the wheel scrolls what is under it and leaves the focus where it is")
  func wheel() {
    var browser = shop()
    browser.expect("4,803–4,812 of 4,812")
    browser.wheel(-1, x: 40, y: 5)
    browser.expect("4,800–4,809 of 4,812")
    browser.expect("row 4,809 of 4,812")
    browser.press("1")
    browser.wheel(1, x: 40, y: 5)
    browser.expect("4,803–4,812 of 4,812")
    browser.expect("1 Streams")
    browser.press(":stream order-1001<Enter>k<Enter>E")
    browser.wheel(1, x: 40, y: 16)
    browser.wheel(1, x: 40, y: 16)
    browser.expect("line 7 of 11")
  }

  @Test("in the live feed the wheel pauses, and resumes at the end")
  func live() throws {
    var browser = shop()
    for index in 0..<40 { browser.append(try event(index), to: ["order-7"]) }
    browser.press("4z")
    browser.wheel(-1, x: 40, y: 5)
    browser.expect("‖ paused")
    browser.append(try event(40), to: ["order-7"])
    browser.expect("1 new")
    browser.click(x: 40, y: 2)
    browser.wheel(1, x: 40, y: 5)
    browser.expect("‖ paused")
    browser.wheel(1, x: 40, y: 5)
    browser.wheel(1, x: 40, y: 5)
    browser.expect("● following")
  }

  private func event(_ index: Int) throws -> Event {
    let ulid = ULID(
      milliseconds: UInt64(ShopFixture.now) + UInt64(index), randomHigh: 0, randomLow: 1)
    return Event(id: EventID(ulid), type: "Sold", payload: [])
  }

  @Test(
    "in help and in lists that are offered a double click takes the line, one beside them closes")
  func lists() {
    var browser = shop()
    browser.press(":stream order-1001<Enter>k?")
    browser.wheel(1, x: 40, y: 10)
    browser.click(x: 10, y: 4)
    browser.press("<Esc>s")
    let lines = browser.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let y = lines.firstIndex { $0.contains("shipments  no. 2 of 3") } ?? 0
    browser.click(x: 40, y: y)
    browser.expect("▶shipments  no.")
    browser.click(x: 40, y: y, after: 100)
    browser.expect("shop-data › shipments")
    browser.press("s")
    browser.click(x: 2, y: 20)
    #expect(!browser.screen.contains("Streams of this event"))
  }

  @Test("anything anywhere, on screens of any size, does no harm")
  func random() {
    var browser = shop()
    var random = RepeatableRandom(seed: 11)
    let keys = Array("jk1234z?sy/G:".unicodeScalars) + ["\u{1B}"]
    for step in 0..<4_000 {
      let (x, y) = (Int.random(in: 0..<150, using: &random), Int.random(in: 0..<50, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: browser.click(x: x, y: y, after: Int64(step) * 90)
      case 1: browser.wheel(x % 2 == 0 ? 1 : -1, x: x, y: y)
      case 2:
        let key = keys.randomElement(using: &random) ?? "j"
        browser.send(.key(key == "\u{1B}" ? .escape : .character(key)))
      default: if step % 40 == 0 { browser.send(.resized(Size(width: x + 1, height: y + 1))) }
      }
      guard step % 10 == 0 else { continue }
      let (grid, cursor) = browser.model.draw()
      if let cursor { #expect(Rect(grid.size).contains(cursor)) }
    }
  }

  @Test(
    "reports of a terminal",
    arguments: [
      (0, MouseEvent.Action?.some(.press)), (4, .press), (16, .press), (64, .wheelUp),
      (65, .wheelDown),
      (69, .wheelDown), (1, nil), (2, nil), (3, nil), (32, nil), (35, nil), (66, nil), (128, nil),
    ])
  func reports(button: Int, action: MouseEvent.Action?) {
    let expected = action.map { MouseEvent($0, at: Point(x: 11, y: 4)) }
    #expect(MouseEvent(button: button, column: 12, row: 5) == expected)
    #expect(MouseEvent(button: button, column: 12, row: 5, isRelease: true) == nil)
    #expect(MouseEvent(button: button, column: 0, row: 5) == nil)
  }
}

extension BrowserUnderTest {
  mutating func click(x: Int, y: Int, after milliseconds: Int64 = 0) {
    let moment = ShopFixture.now + milliseconds
    send(.mouse(MouseEvent(.press, at: Point(x: x, y: y)), atMilliseconds: moment))
  }

  mutating func wheel(_ step: Int, x: Int, y: Int) {
    let action: MouseEvent.Action = step > 0 ? .wheelDown : .wheelUp
    send(.mouse(MouseEvent(action, at: Point(x: x, y: y)), atMilliseconds: ShopFixture.now))
  }
}
