import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("The live feed")
struct LiveTests {
  private func feed(_ count: Int, width: Int = 80) throws -> BrowserUnderTest {
    var browser = BrowserUnderTest.shop(width: width)
    for index in 0..<count { browser.append(try event(index)) }
    browser.press("4z")
    return browser
  }

  private func event(_ index: Int) throws -> Event {
    let ulid = ULID(
      milliseconds: UInt64(ShopFixture.now) + UInt64(index), randomHigh: 0, randomLow: 7)
    let type: EventType = index % 2 == 0 ? "Even" : "Odd"
    return Event(id: EventID(ulid), type: type, payload: Array("{\"n\":\(index)}".utf8))
  }

  @Test("events that no notification told of stand behind a rule, and are counted")
  func gap() throws {
    var browser = try feed(3)
    let missed = try (3..<5).map {
      CatalogChange.appended(TypedID(id: try event($0).id, type: "Odd"))
    }
    browser.send(
      .changes(missed + [.compared(missedCount: 2)], atMilliseconds: ShopFixture.now))
    browser.expect(" notifications were lost: 2 events found by comparing ")
    browser.expect("inotify  2 missed")
    browser.press("gk")
    browser.append(try event(5))
    browser.expect(" new since pause ")
    browser.expect("▼ 1 new below: G to resume")
    browser.expectScreen("live-gap")
  }

  @Test("it is narrowed to a condition, for what is there and for what comes; Esc shows all")
  func filter() throws {
    var browser = try feed(5)
    browser.press("&.n>=2 and type=Even<Enter>")
    browser.expect("2 of 5 events")
    browser.expect("& .n>=2 and type=Even")
    browser.append(try event(6))
    browser.append(try event(7))
    browser.expect("3 of 7 events")
    browser.press("k")
    browser.append(try event(8))
    browser.append(try event(9))
    browser.expect("1 new since you paused")
    browser.press("c")
    browser.append(try event(10))
    browser.append(try event(11))
    browser.expect("1 of 2 events")
    browser.press("<Esc>")
    browser.expect("2 events")
    let isZoomed = browser.model.isZoomed
    #expect(isZoomed)
  }

  @Test("it says how long ago the last event came, and rests when that is long ago")
  func age() throws {
    var browser = try feed(1)
    browser.send(.tick(milliseconds: ShopFixture.now + 2_000))
    browser.expect("last event 2 s ago")
    #expect(browser.needsTicks)
    browser.send(.tick(milliseconds: ShopFixture.now + 61_000))
    browser.expect("last event at 12:31:10")
    #expect(!browser.needsTicks)
  }

  @Test("the cursor stands on its row below a rule, and the last row shows")
  func cursor() throws {
    var browser = try feed(30)
    browser.press("k")
    browser.append(try event(30))
    browser.press("j")
    let (grid, cursor) = browser.model.draw()
    let lines = grid.text.split(separator: "\n", omittingEmptySubsequences: false)
    let y = try #require(cursor?.y)
    #expect(lines[y].contains("▶"), "\(grid.text)")
  }

  @Test("X writes what the feed shows")
  func export() throws {
    var browser = try feed(4)
    browser.press("&type=Odd<Enter>X<Enter>")
    let exported = browser.effects.compactMap { effect in
      if case .export(let candidates, _) = effect { candidates.count } else { nil }
    }
    #expect(exported == [2])
  }

  @Test("a filtered stream or category takes in its own events only, each once")
  func filteredScopes() throws {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001 & type=Even<Enter>")
    browser.append(try event(0), to: ["order-1001"])
    browser.append(try event(2), to: ["order-1002"])
    browser.append(try event(1), to: ["order-1001"])
    browser.expect("1 of 1, 9 hidden")
    var category = BrowserUnderTest.shop()
    category.press("<S-Tab>jjjj<Tab>&type=Even<Enter>")
    category.expect("category order & type=Even")
    category.append(try event(0), to: ["order-1001", "order-1002", "user-42"])
    category.append(try event(2), to: ["user-42"])
    category.expect(" 1 of 1, ")
  }

  @Test("a list of a type or a category that events come into is the one that is made anew")
  func growingLists() throws {
    for keys in ["1jj", "1jljjjjj"] {
      var browser = BrowserUnderTest.shop(height: 40)
      browser.press(keys)
      for index in [3, 1, 2, 1, 0] {
        let old = Event(id: try event(index).id, type: "OrderPaid", payload: [])
        browser.append(old, to: index % 2 == 0 ? ["cart-1", "cart-2"] : ["cart-1"])
        browser.append(try event(100 + index), to: ["other"])
      }
      let grown = browser.screen
      browser.press("kj")
      #expect(grown == browser.screen)
      #expect(grown.contains(keys.count == 3 ? "106 of 106" : "OrderPaid"))
    }
  }
}
