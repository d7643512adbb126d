import LivenStore
import StoreBrowser
import TerminalUI
import Testing

/// Every screen and state at the three sizes of the design; a file holds the sizes one below the other.
@Suite("Screens at three sizes")
struct GoldenScreenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 140, height: 40), Size(width: 40, height: 10),
  ]

  /// A state of the browser on the fixture store, and the keys that lead to it.
  struct State: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: String
    var arrivals = 0
    var keysAfter = ""

    init(_ name: String, _ keys: String, arrivals: Int = 0, then keysAfter: String = "") {
      (self.name, self.keys, self.arrivals, self.keysAfter) = (name, keys, arrivals, keysAfter)
    }

    var testDescription: String { name }
  }

  static let states = [
    State("stream", ":stream order-1001<Enter>k"),
    State("payload", ":stream order-1001<Enter>k<Enter>zEjjjj"),
    State("payload-text", ":stream order-1001<Enter><Enter>zaw"),
    State("payload-hex", ":stream order-1001<Enter><Enter>zaa"),
    State("help-events", "?"), State("help-payload", "3?"),
    State("live-waiting", "4z"), State("live-following", "4z", arrivals: 17),
    State("live-new", "4z", arrivals: 9, then: "k"),
    State("tree", "1jjljl"), State("tree-filtered", "1&user-4<Enter>"),
    State("problems", "1jG<Enter>"), State("types", "1jljjj"),
    State("search", "g/ship<Enter>"), State("search-missing", "g/nowhere<Enter>"),
    State("search-error", "/[<Enter>"), State("filter-prompt", "&type=Order* and"),
    State("filter", "&type=Order* and .order_id = order-1001<Enter>"),
    State("filter-none", "&type=OrderPade<Enter>"), State("filter-error", "&type=<Enter>"),
    State("choice-streams", ":stream order-1001<Enter>ks"),
    State("choice-copy", ":stream order-1001<Enter>ky"),
    State("command", ":stream order-10"), State("command-error", ":fly<Enter>"),
    State("marks", ":stream order-1001<Enter>kmkkmk"),
    State("newest-ago", ":set order=newest<Enter>:set time=ago<Enter>"),
  ]

  @Test("a state on the fixture store", arguments: states)
  func state(state: State) throws {
    try expectScreens(state.name) { browser in
      browser.load(ShopFixture())
      browser.press(state.keys)
      for index in 0..<state.arrivals { browser.append(try arrival(index), to: ["order-7"]) }
      guard !state.keysAfter.isEmpty else { return }
      browser.press(state.keysAfter)
      for index in 0..<8 {
        browser.append(try arrival(state.arrivals + index), to: ["order-7"])
      }
    }
  }

  /// Brings a browser of each size into a state and compares its screens.
  private func expectScreens(
    _ name: String, sizes: [Size] = Self.sizes, sourceLocation: SourceLocation = #_sourceLocation,
    _ prepare: (inout BrowserUnderTest) throws -> Void
  ) throws {
    let grids = try sizes.map { size in
      var browser = BrowserUnderTest(width: size.width, height: size.height)
      try prepare(&browser)
      return browser.model.draw().grid
    }
    BrowserUnderTest.expect(grids, name, sourceLocation: sourceLocation)
  }

  private func arrival(_ index: Int) throws -> Event {
    let types: [EventType] = ["OrderPlaced", "StockReserved", "OrderPaid", "PaymentAuthorised"]
    let time = UInt64(ShopFixture.now) - 30_000 + UInt64(index) * 1_207
    let ulid = ULID(milliseconds: time, randomHigh: 0, randomLow: UInt64(index))
    return Event(id: EventID(ulid), type: types[index % types.count], payload: [])
  }

  @Test("before a store is read, while it is, where it is empty, and where it has gone")
  func beginnings() throws {
    let shop = ShopFixture()
    try expectScreens("opening") { _ in }
    try expectScreens("loading") { browser in
      browser.send(.changes([shop.listed], atMilliseconds: ShopFixture.now))
    }
    try expectScreens("empty") { browser in
      browser.send(.changes([.loaded], atMilliseconds: ShopFixture.now))
    }
    try expectScreens("gone") { browser in
      browser.load(shop)
      let sentence = "shop-data: the folder is gone. Showing the 4,812 events read before."
      browser.send(.changes([.storeGone(sentence)], atMilliseconds: ShopFixture.now))
    }
    try expectScreens("polling") { browser in
      browser.load(shop)
      let mode = WatchMode.polling("inotify limit reached")
      browser.send(.changes([.watching(mode)], atMilliseconds: ShopFixture.now))
      browser.press("4")
    }
  }

  @Test(
    "an event's file that holds none, one that cannot be read, and payloads that are no JSON",
    arguments: ["bad-file", "unreadable", "payload-bytes", "payload-words", "payload-empty"])
  func badEvents(name: String) throws {
    let id = try #require(EventID("01HW584SEA2XYSQRN20VW6PVE1"))
    func read(_ payload: [UInt8]) -> BrowserMessage {
      let event = Event(id: id, type: "OrderDelivered", payload: payload)
      return .recordRead(EventRecord(id: id, event: event, sizeBytes: 100))
    }
    let bad = EventRecord(
      id: id, event: nil, problem: "not JSON: line 1, column 17",
      bytes: Array("{\"id\":\"01HW584S\u{1B}[2J".utf8), sizeBytes: 22)
    let messages: [String: BrowserMessage] = [
      "bad-file": .recordRead(bad),
      "unreadable": .recordFailed(id, "events/\(id).json: permission denied"),
      "payload-bytes": read(Array(0...40)), "payload-words": read(Array("left\nat\tthe door".utf8)),
      "payload-empty": read([]),
    ]
    try expectScreens(name) { browser in
      browser.load(ShopFixture(), withPayloads: false)
      browser.press(":stream order-1001<Enter><Enter>")
      if let message = messages[name] { browser.send(message) }
    }
  }

  @Test("a screen that is too small says so")
  func tooSmall() throws {
    let sizes = [(31, 7), (39, 24), (80, 9)].map { Size(width: $0.0, height: $0.1) }
    try expectScreens("too-small", sizes: sizes) { $0.load(ShopFixture()) }
  }
}
