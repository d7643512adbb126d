import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("What a browser leaves for the next one")
struct SessionTests {
  /// A stream, narrowed, with an event in its middle chosen, marks, another order and lines that were typed.
  private func left() -> BrowserUnderTest {
    var browser = BrowserUnderTest.shop()
    browser.press(":stream order-1001<Enter>:set order=newest<Enter>:set time=utc<Enter>")
    browser.press("&type=Order*<Enter>/Packed<Enter>mjm")
    return browser
  }

  private func reopened(_ session: BrowserSession, loads: Bool = true) throws -> BrowserUnderTest {
    var browser = BrowserUnderTest()
    let bytes = session.bytes(store: "/shop-data")
    let kept = try BrowserSession(bytes: bytes, store: "/shop-data")
    #expect(kept == session)
    browser.restore(kept)
    if loads { browser.load(ShopFixture()) }
    return browser
  }

  @Test("stream, event, filter, marks, order and time are found again")
  func place() throws {
    var before = left()
    let session = before.model.session
    var after = try reopened(session)
    #expect(after.model.session == session)
    before.press("<C-l>")
    after.press("<C-l>")
    after.expect("▶10:06:40.001 OrderPaid")
    after.expect("shop-data › order-1001 & type=Order*")
    after.expect("┃*10:27:47.651 OrderPacked")
    after.expect("newest first  UTC")
    #expect(after.screen.split(separator: "\n").first == before.screen.split(separator: "\n").first)
  }

  @Test("the prompts' lines are found again, each in its own")
  func lines() throws {
    var browser = try reopened(left().model.session)
    for (keys, line) in [
      (":<Up>", ":set time=utc"), (":<Up><Up>", ":set order=newest"), ("/<Up>", "/Packed"),
      ("&<C-u><Up>", "&type=Order*"),
    ] {
      browser.press(keys)
      browser.expect(line)
      browser.press("<Esc>")
    }
    browser.press("/<Enter>")
    browser.expect("/Packed: continued from the")
  }

  @Test("at the newest event one is at the newest again, whichever it is then")
  func newest() throws {
    let session = BrowserUnderTest.shop().model.session
    #expect(session.position == nil)
    try reopened(session).expect("row 4,812 of 4,812")
  }

  @Test("types and categories are found again", arguments: ["jl" + "jjjjjjjjj", "jj"])
  func scopes(keys: String) throws {
    var browser = BrowserUnderTest.shop()
    browser.press("1" + keys + "2kkk")
    let session = browser.model.session
    #expect(session.scope != .all)
    let after = try reopened(session)
    #expect(after.model.session == session)
  }

  @Test("a stream, an event or a filter that is no more is passed over without a word")
  func gone() throws {
    var session = BrowserSession()
    session.scope = .stream("order-9999")
    session.position = EventID("01HW584GBM88R8XVS2Q05XJW8X")
    session.filter = "type=Order*"
    let browser = try reopened(session)
    browser.expect("shop-data › all events  ")
    browser.expect("row 4,812 of 4,812")
    session = BrowserSession()
    session.scope = .stream("order-1001")
    session.position = EventID("01HW584GBM88R8XVS2Q05XJW8X")
    session.filter = "type="
    let other = try reopened(session)
    other.expect("shop-data › order-1001  ")
    other.expect("row 8 of 8")
  }

  @Test("who moves before the store is read is not taken back; who quits keeps what was kept")
  func early() throws {
    let session = left().model.session
    let shop = ShopFixture()
    var moved = try reopened(session, loads: false)
    moved.send(.changes([shop.listed], atMilliseconds: ShopFixture.now))
    var left = moved
    left.press("q")
    #expect(left.model.session == session)
    moved.press("g")
    moved.load(shop)
    moved.expect("shop-data › all events")
    moved.expect("row 1 of 4,812")
  }

  @Test("while a filter is looked for the chosen event waits for it")
  func slowFilter() throws {
    var browser = try reopened(left().model.session, loads: false)
    browser.answersScans = false
    browser.load(ShopFixture())
    browser.expect("Looking through the events")
    browser.answerOne()
    browser.expect("▶10:06:40.001 OrderPaid")
  }

  @Test("what the settings say is not kept, so that changing them shows")
  func settings() throws {
    var browser = BrowserUnderTest()
    browser.configure("set order=newest")
    browser.restore(BrowserSession())
    browser.load(ShopFixture())
    #expect(browser.model.session.isNewestFirst == nil)
    browser.press("o")
    #expect(browser.model.session.isNewestFirst == false)
  }

  @Test("another browser's lines are kept beside the own, and no more than a hundred")
  func merging() {
    var own = BrowserSession()
    own.histories = [":": ["c", "b"], "/": (0..<90).map { "own \($0)" }]
    var other = BrowserSession()
    other.histories = [":": ["a", "b"], "/": (0..<90).map { "other \($0)" }, "&": ["x"]]
    own.keepLines(of: other)
    #expect(own.histories[":"] == ["a", "c", "b"] && own.histories["&"] == ["x"])
    #expect(own.histories["/"]?.count == 100 && own.histories["/"]?.last == "own 89")
  }

  @Test("marks and lines are bounded, so that the file is")
  func bounds() throws {
    var session = BrowserSession()
    session.marks = (0..<2_000).map { index in
      EventID(ULID(milliseconds: UInt64(index), randomHigh: 0, randomLow: 0))
    }
    let line = String(repeating: "\"", count: BrowserSession.maximumLineBytes)
    for prompt in [":", "/", "&"] {
      session.histories[prompt] = (0..<300).map { _ in line } + [line + "x"]
    }
    let kept = try BrowserSession(bytes: session.bytes(store: "/s"), store: "/s")
    #expect(kept.marks.count == 1_000 && kept.histories[":"]?.count == 100)
    #expect(kept.bytes(store: "/s").count <= BrowserSession.maximumBytes)
  }

  @Test(
    "a file that is of no use is told from one that is",
    arguments: [
      ("", SessionProblem.damaged), ("{", .damaged), ("[]", .damaged),
      (#"{"version":"1"}"#, .damaged), (#"{"version":2,"store":"/s"}"#, .later),
      (#"{"version":1,"store":"/t"}"#, .ofOtherStore), (#"{"version":1}"#, .ofOtherStore),
    ])
  func useless(text: String, problem: SessionProblem) {
    #expect(throws: problem) { try BrowserSession(bytes: Array(text.utf8), store: "/s") }
  }

  @Test("parts that make no sense are left out")
  func nonsense() throws {
    let text = """
      {"version":1,"store":"/s","stream":"../x","position":7,"filter":[],"order":1,"time":"noon",\
      "marks":[1,"?","01HW584GBM88R8XVS2Q05XJW8P"],"lines":{":":["a",2],"/":3}}
      """
    let session = try BrowserSession(bytes: Array(text.utf8), store: "/s")
    #expect(session.scope == .all && session.position == nil && session.filter == nil)
    #expect(session.isNewestFirst == nil && session.timeFormat == nil && session.marks.count == 1)
    #expect(session.histories == [":": ["a"], "/": []])
  }

  @Test("no part of a file, and no changed byte in it, does harm")
  func damage() {
    let bytes = left().model.session.bytes(store: "/s")
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x11
      for candidate in [Array(bytes[..<place]), changed] {
        guard let session = try? BrowserSession(bytes: candidate, store: "/s") else { continue }
        var browser = BrowserUnderTest()
        browser.restore(session)
      }
    }
  }
}
