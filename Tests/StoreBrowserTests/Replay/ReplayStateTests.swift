import LivenStore
import LivenStoreTestSupport
import StoreBrowser
import TerminalUI
import Testing

@Suite("The replay's states")
struct ReplayStateTests {
  private static let sources = ReplaySources(aggregates: [ReplayableAggregate(User.self)])

  /// What the library makes of a history, step by step.
  private func steps(
    of rows: [(event: Event, streams: [StreamName])]
  ) async throws -> [TimelineStep<User>] {
    let store = InMemoryEventStore()
    for row in rows { _ = try await store.append([row.event], to: row.streams, expecting: .any) }
    var steps: [TimelineStep<User>] = []
    for try await step in AggregateRepository<User>(store: store).timeline("42") {
      steps.append(step)
    }
    return steps
  }

  private func open(_ rows: [(event: Event, streams: [StreamName])]) -> BrowserUnderTest {
    var browser = BrowserUnderTest(sources: Self.sources)
    browser.load(rows)
    browser.press(":stream user-42<Enter>r")
    return browser
  }

  private func expect(_ browser: BrowserUnderTest, is step: TimelineStep<User>, _ comment: Comment)
  {
    #expect(browser.model.replayedStep?.state == step.state, comment)
    #expect(browser.model.replayedStep?.changes == step.changes, comment)
    #expect((browser.model.replayedStep?.error == nil) == (step.error == nil), comment)
  }

  @Test(
    "are those of the library's timeline at every version and after any jump", arguments: 0..<200)
  func histories(seed: UInt64) async throws {
    var random = RepeatableRandom(seed: seed)
    // Most are short; some pass states that are kept.
    let most = seed % 10 == 0 ? 260 : 40
    let rows = ReplayHistory.user(&random, count: Int.random(in: 1...most, using: &random))
    let steps = try await steps(of: rows)
    var browser = open(rows)
    browser.press("g")
    for step in steps {
      expect(browser, is: step, "seed \(seed), version \(step.version)")
      browser.press("l")
    }
    for _ in 0..<20 {
      let version = Int.random(in: 1...steps.count, using: &random)
      browser.press("\(version)G")
      expect(browser, is: steps[version - 1], "seed \(seed), a jump to \(version)")
      browser.press(["h", "l", "H", "L"].randomElement(using: &random) ?? "h")
      let place = browser.model.replayedPlace ?? 0
      expect(browser, is: steps[place - 1], "seed \(seed), a step to \(place)")
    }
  }

  @Test(
    "with events ignored and drafts put in they are those of a history that is so",
    arguments: 0..<200)
  func edits(seed: UInt64) async throws {
    var random = RepeatableRandom(seed: 1_000 + seed)
    let rows = ReplayHistory.user(
      &random, count: Int.random(in: 2...(seed % 20 == 0 ? 230 : 25), using: &random))
    var browser = open(rows)
    // What the view is to show: each event with whether it counts.
    var kept = rows.map { (event: $0.event, isIgnored: false, isDraft: false) }
    for number in 0..<4 {
      let version = Int.random(in: 1...rows.count, using: &random)
      browser.press("\(version)G")
      let place = (browser.model.replayedPlace ?? 1) - 1
      #expect(kept[place].isDraft == false, "\(version)G goes to what is stored")
      if Bool.random(using: &random) {
        browser.press("i")
        kept[place].isIgnored.toggle()
      } else {
        let payload = "{\"new_username\":\"draft \(number)\"}"
        browser.press(":whatif UserRenamed \(payload)<Enter>")
        let id = try #require(EventID("draft"))
        let draft = Event(id: id, type: "UserRenamed", payload: Array(payload.utf8))
        kept.insert((event: draft, isIgnored: false, isDraft: true), at: place + 1)
      }
      try expectAll(browser, kept, "seed \(seed), edit \(number)")
    }
  }

  /// Compares every place with a plain fold of what is kept.
  private func expectAll(
    _ browser: BrowserUnderTest, _ kept: [(event: Event, isIgnored: Bool, isDraft: Bool)],
    _ comment: Comment
  ) throws {
    var browser = browser
    let registry = EventRegistry(User.handledEvents)
    var user = User()
    browser.press("g")
    for row in kept {
      if !row.isIgnored, let event = try? registry.decode(row.event) {
        var next = user
        if (try? next.handle(event)) != nil { user = next }
      }
      let state = try #require(browser.model.replayedStep?.state)
      #expect(state["username"]?.string == user.username, comment)
      #expect(state["id"]?.string == user.id, comment)
      #expect(state["active"] == .bool(user.active), comment)
      browser.press("l")
    }
  }

  @Test("a draft at the end does what the library's what-if says", arguments: 0..<20)
  func whatIf(seed: UInt64) async throws {
    var random = RepeatableRandom(seed: 5_000 + seed)
    let rows = ReplayHistory.user(&random, count: Int.random(in: 1...150, using: &random))
    let store = InMemoryEventStore()
    for row in rows { _ = try await store.append([row.event], to: row.streams, expecting: .any) }
    let timeline = AggregateRepository<User>(store: store).timeline("42")
    let version = Int.random(in: 1...rows.count, using: &random)
    let drafts = try await timeline.whatIf(
      [UserRenamed(newUsername: "cleo"), UserDeactivated(reason: "test")], at: version)
    var browser = open(rows)
    browser.press("\(version)G:whatif UserRenamed {\"new_username\":\"cleo\"}<Enter>")
    expect(browser, is: drafts[0], "seed \(seed), the first draft")
    browser.press(":whatif UserDeactivated {\"reason\":\"test\"}<Enter>")
    expect(browser, is: drafts[1], "seed \(seed), the second draft")
    browser.press(":whatif<Enter>\(rows.count)G")
    let last = try await timeline.step(at: rows.count)
    expect(browser, is: last, "seed \(seed), without drafts")
  }

  @Test("what events bring one by one is what is there at the end")
  func following() async throws {
    var random = RepeatableRandom(seed: 7)
    let rows = ReplayHistory.user(&random, count: 300)
    let steps = try await steps(of: rows)
    var browser = open(Array(rows.prefix(1)))
    for (row, step) in zip(rows, steps).dropFirst() {
      browser.append(row.event, to: row.streams)
      expect(browser, is: step, "version \(step.version)")
    }
    browser.press("g")
    let id = try #require(EventID("zzz"))
    let later = Event(id: id, type: "UserDeactivated", payload: Array(#"{"reason":"x"}"#.utf8))
    browser.append(later, to: ["user-42"])
    #expect(browser.model.replayedPlace == 1)
    browser.expect("event 1 of 301")
  }

  private static let keys =
    "h l h l H L g G j k J K <Tab> <S-Tab> p d i n N c e C E <Space> - + <Enter> z r r 7G 130G b <C-d> "
    + "{ } y s <Esc> x e <Esc> /ann<Enter> :find<Space>.active<Enter> :pin<Space>.username<Enter> t "
    + ":whatif<Space>UserRenamed<Space>{}<Enter> :whatif<Enter> :at<Space>12:20<Enter> ? <Esc> "
    + ":asof<Space>12:15<Enter> <Esc> :replay<Space>merge<Enter> :replay<Space>User<Enter>"

  @Test(
    "any keys, sizes and events: no trap, nothing outside the screen, and a replay opens again",
    arguments: 0..<4)
  func randomKeys(seed: UInt64) throws {
    var random = RepeatableRandom(seed: 9_000 + seed)
    let rows = ReplayHistory.user(&random, count: 240)
    var browser = open(Array(rows.prefix(200)))
    let keys = Self.keys.split(separator: " ").map(String.init)
    for index in 0..<1_500 {
      browser.press(keys.randomElement(using: &random) ?? "l")
      if index % 50 == 49, let row = rows.dropFirst(200 + index / 50).first {
        browser.append(row.event, to: row.streams)
      }
      if index % 7 == 0 { browser.send(.tick(milliseconds: ShopFixture.now + Int64(index) * 400)) }
      if index % 31 == 0 {
        let (width, height) = (
          Int.random(in: 30...150, using: &random), Int.random(in: 8...45, using: &random)
        )
        browser.send(.resized(Size(width: width, height: height)))
      }
      let (grid, cursor) = browser.model.draw()
      #expect(grid.size == browser.model.size)
      if let cursor {
        #expect(cursor.x < grid.size.width && (0..<grid.size.height).contains(cursor.y))
      }
    }
    browser.send(.resized(Size(width: 80, height: 24)))
    browser.press("<Esc><Esc><Esc><Esc><Esc>:stream user-42<Enter>r:replay User<Enter>")
    #expect(browser.model.replayedStep != nil)
  }
}
