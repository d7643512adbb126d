import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("The replay's keys and commands")
struct ReplayKeyTests {
  /// The order at its seventh event.
  private func shipped(width: Int = 80, sources: ReplaySources = OrderFixture.sources)
    -> BrowserUnderTest
  {
    var browser = OrderFixture.browser(
      width: width, height: width == 80 ? 24 : 40, sources: sources)
    browser.press(":stream order-1001<Enter>kr")
    return browser
  }

  @Test("an event of several streams is asked which one; Esc leaves the replay")
  func opening() {
    var browser = OrderFixture.browser()
    browser.press(":goto 2<Enter>r")
    browser.expect("Replay which stream?")
    browser.press("j<Enter>")
    browser.expect("payments › replay")
    browser.press("<Esc>")
    browser.expect("2 Events")
    browser.press("1jjjjlj2:stream stock-12<Enter>r")
    browser.expect("stock-12 › replay of merged fields")
    browser.press("q:goto 1<Enter>p")
    browser.expect("p does nothing here")
    browser.press(":at 12:00<Enter>")
    browser.expect("There is no replay: r replays the stream")
    var awaited = BrowserUnderTest(sources: OrderFixture.sources, replaying: "order-1002")
    awaited.load(OrderFixture.events)
    awaited.expect("order-1002 › replay as Order")
  }

  @Test("the aggregate is found by category, then by what it knows; else a reducer, else a merge")
  func sources() {
    var sources = OrderFixture.sources
    sources.reducers["stock"] = "stock.sh"
    var browser = OrderFixture.browser(sources: sources)
    browser.answersReplays = false
    func expect(_ stream: String, _ label: String) {
      browser.press(":stream \(stream)<Enter>r")
      browser.expect("\(stream) › \(label)")
      browser.press("<Esc><Esc>")
    }
    expect("order-1002", "replay as Order")
    expect("stock-12", "replay by stock.sh")
    expect("payments", "replay as Order")
    expect("user-42", "replay of merged fields")
    sources.reducer = "any.sh"
    browser = OrderFixture.browser(sources: sources)
    browser.answersReplays = false
    expect("user-42", "replay by any.sh")
  }

  @Test("steps, tens, ends, versions and times")
  func moving() {
    var browser = shipped()
    browser.press("h")
    browser.expect("event 6 of 8")
    browser.press("<Right><Right><Right>")
    browser.expect("event 8 of 8")
    browser.press("H")
    browser.expect("event 1 of 8")
    browser.press("3l")
    browser.expect("event 4 of 8")
    browser.press("g6G")
    browser.expect("event 6 of 8")
    browser.press("37G")
    browser.expect("order-1001 is at version 8, not at 37.")
    browser.press(":at 12:12<Enter>")
    browser.expect("event 4 of 8")
    browser.press(":at 2024-04-23T10:30:59.700Z<Enter>")
    browser.expect("event 7 of 8")
    browser.press(":at nonsense<Enter>")
    browser.expect("'nonsense' is no time")
    browser.press(":at 2020<Enter>")
    browser.expect("The first event is later.")
    browser.press("<Tab>jj")
    browser.expect("event 3 of 8")
  }

  @Test("n and N go through the changes of the pin, else through what is searched for")
  func pins() {
    var browser = shipped(width: 140)
    browser.press("n")
    browser.expect("Nothing is pinned or searched for")
    browser.press("/ann[ae]<Enter>")
    browser.expect("/ann[ae]: continued from the top")
    browser.press("n")
    browser.expect("event 6 of 8")
    browser.press("7G:pin .status<Enter>")
    browser.press("NN")
    browser.expect("event 1 of 8")
    browser.press("N")
    browser.expect(".status has no change before.")
    browser.press("n")
    browser.expect("event 3 of 8")
    browser.press(":pin .nothing<Enter>n")
    browser.expect("No event changes .nothing.")
    browser.press(":pin ..<Enter>")
    browser.expect("'..' is no path")
    browser.press(":pin .status<Enter>")
    browser.press("<Tab><Tab>")
    browser.press("j")
    browser.press("G:pin .lines[1].price<Enter>")
    browser.expect("History of .lines[1].price")
    browser.expect("(none) → 20.05")
    browser.press("gp")
    browser.expect("Unpinned.")
  }

  @Test("the first event behind which something holds is found")
  func find() {
    var browser = shipped()
    browser.press(":find .status = paid<Enter>")
    browser.expect("'.status = paid' holds first after 3.")
    browser.expect("event 3 of 8")
    browser.press(":find .total > 1000<Enter>")
    browser.expect("holds after none of the 8 events")
    browser.press(":find .total ><Enter>")
    browser.expect("(column")
    browser.press(":find stream = x<Enter>")
    browser.expect("asks for stream")
  }

  @Test("plays at a speed by the clock, and stops at the end and where an event is not applied")
  func playing() throws {
    var browser = shipped()
    var now = ShopFixture.now
    browser.press("g<Space>")
    browser.expect("▶ playing")
    for step in 1...3 {
      browser.send(.tick(milliseconds: now))
      browser.expect("event \(step) of 8")
      #expect(browser.model.tickMilliseconds == 1_000)
      now += 1_000
      browser.send(.tick(milliseconds: now))
    }
    browser.expect("event 4 of 8")
    browser.press("++")
    browser.send(.tick(milliseconds: now))
    #expect(browser.model.tickMilliseconds == 250)
    for _ in 1...4 {
      now += 250
      browser.send(.tick(milliseconds: now))
    }
    browser.expect("event 8 of 8  ‖ paused")
    #expect(browser.model.tickMilliseconds == nil)
    browser.press("<Space>")
    browser.expect("This is the last event")
    browser.press("g<Space>-----")
    browser.expect("live")
    browser.send(.tick(milliseconds: now))
    // Half a minute lay between them: two seconds are as long as it gets.
    #expect(browser.model.tickMilliseconds == 2_000)
    browser.press("<Space>")
    browser.expect("‖ paused")
  }

  @Test("a new event comes in ahead, or is applied at the end")
  func following() throws {
    var browser = BrowserUnderTest(sources: OrderFixture.sources)
    let events = OrderFixture.events
    browser.load(Array(events.prefix(11)))
    browser.press(":stream order-1001<Enter>r")
    browser.expect("event 7 of 7")
    let delivered = try #require(events.last)
    browser.append(delivered.event, to: delivered.streams)
    browser.expect("event 8 of 8")
    browser.expect("no handler")
    browser.press("g")
    let id = EventID(ULID(milliseconds: UInt64(ShopFixture.now), randomHigh: 0, randomLow: 1))
    browser.append(Event(id: id, type: "OrderPaid", payload: []), to: ["order-1001"])
    browser.expect("event 1 of 9")
    browser.press("G")
    browser.expect("\"shipped\" → \"paid\"")
  }

  @Test("what events ignored and drafts say is taken back")
  func edits() {
    var browser = shipped()
    browser.press("i")
    browser.expect("with 1 ignored")
    browser.press("i")
    browser.expect("Applied again.")
    browser.press(":whatif OrderPaid<Enter>")
    browser.expect("with 1 draft")
    browser.expect("event 8 of 9")
    browser.press("i")
    browser.expect("The draft is gone.")
    browser.press(":whatif OrderPaid<Enter>:whatif OrderPaid {<Enter>")
    browser.expect(":whatif OrderPaid: the payload is not JSON")
    browser.press(":whatif<Enter>")
    browser.expect("The drafts are gone.")
    #expect(!browser.screen.contains("draft "))
    browser.press(":whatif<Enter>")
    browser.expect(":whatif takes TYPE JSON")
  }

  @Test("value, path, state, step and history are copied and exported")
  func export() throws {
    var browser = shipped()
    browser.press(":pin .status<Enter>y")
    browser.expect("history  of .status")
    browser.press("s")
    let state = try #require(browser.model.replayedStep?.state)
    #expect(browser.effects.last == .copy(JSONWriter.bytes(of: state)))
    browser.press("yy")
    #expect(browser.effects.last == .copy(Array("shipped".utf8)))
    browser.press("xh<Enter>")
    guard case .save(let bytes, "history", "order-1001.jsonl")? = browser.effects.last else {
      Issue.record("\(browser.effects.suffix(1))")
      return
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix(#""old":"paid","new":"shipped"}"#) == true)
    browser.press(":export-step step.json<Enter>")
    let step = try #require(browser.model.replayedStep)
    #expect(
      browser.effects.last
        == .save(JSONWriter.bytes(of: step.line) + [0x0A], what: "step", path: "step.json"))
    browser.press("X<Enter>")
    guard case .export(let events, "order-1001.jsonl")? = browser.effects.last else {
      Issue.record("\(browser.effects.suffix(1))")
      return
    }
    #expect(events.count == 8)
  }

  @Test(":replay takes another aggregate or a merge, and completes the names")
  func others() {
    var browser = shipped()
    browser.press(":replay merge<Enter>")
    browser.expect("replay of merged fields")
    browser.expect("carrier")
    browser.press(":replay Ord<Tab><Enter>")
    browser.expect("replay as Order")
    browser.press(":replay Nobody<Enter>")
    browser.expect("No stream and no aggregate is named 'Nobody'. Aggregates: Order, merge.")
    browser.press(":reducer order<Enter>")
    browser.expect(":reducer takes CATEGORY = COMMAND")
    browser.press(":reducer order = jq .<Enter>")
    #expect(browser.model.replaySources.reducers == ["order": "jq ."])
    browser.configure("reducer stock = jq -nc -f stock.jq\nset theme=mono")
    #expect(browser.model.replaySources.reducers["stock"] == "jq -nc -f stock.jq")
  }

  @Test("the whole browser is turned to an event, a position, a time, and back")
  func asOf() throws {
    var browser = OrderFixture.browser()
    let events = OrderFixture.events
    browser.press(":asof \(events[2].event.id)<Enter>")
    browser.expect("3 events  13 later, Esc is now")
    browser.press(":asof 5<Enter>")
    #expect(browser.effects.last == .readPositions(upTo: 5))
    browser.send(.positionsRead(upTo: 5, Set(events.prefix(4).map(\.event.id))))
    browser.expect("as of position 5")
    browser.expect("4 events  12 later")
    // What comes now shows when it is now again.
    let id = EventID(ULID(milliseconds: UInt64(ShopFixture.now), randomHigh: 0, randomLow: 1))
    browser.append(Event(id: id, type: "OrderPaid", payload: []), to: ["order-1001"])
    browser.expect("4 events  13 later")
    browser.press("& type=OrderP*<Enter>")
    browser.expect("2 of 2")
    browser.press(":asof 12:07<Enter>")
    browser.expect("as of 23 Apr 2024 12:07:00.000")
    browser.press("<Esc>")
    browser.press("<Esc>")
    browser.expect("17 events")
    browser.expect("● live")
    browser.press(":asof<Enter>")
    browser.expect("This is now.")
    browser.press(":asof nonsense<Enter>")
    browser.expect("'nonsense' is no time, no position and no event here")
  }
}
