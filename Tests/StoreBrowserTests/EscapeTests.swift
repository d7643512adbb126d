import LivenStore
import StoreBrowser
import TerminalUI
import Testing

@Suite("Nothing of a store reaches the screen raw")
struct EscapeTests {
  private static func hostile(width: Int, height: Int) -> BrowserUnderTest {
    let title = "store" + HostileFixture.escapes.joined()
    var browser = BrowserUnderTest(width: width, height: height, title: title)
    browser.load(HostileFixture())
    return browser
  }

  @Test("every pane and view", arguments: [(40, 10), (140, 40)])
  func panes(width: Int, height: Int) {
    #expect(HostileFixture.escapes.count == 48)
    var browser = Self.hostile(width: width, height: height)
    let steps = String(repeating: "j", count: 2 * HostileFixture.escapes.count)
    // Each list from end to end; payloads as tree, text and hex, wide and wrapped; what is laid over them.
    let walks = [
      "2g", steps, "zttttz", "1jl", steps, "G", "kkk<Enter>", "2" + steps,
      ":stream together<Enter>", steps, "2g3EajajawajajHLz",
      "2gs<Esc>y<Esc>x<Esc>X<Esc>", "*#muU[]{}o", "4z<Space>cz", "?/k<Enter>jjG<Esc>",
      "1&s<Enter>jj<Esc>",
    ]
    for keys in walks { browser.pressChecked(keys) }
  }

  @Test(
    "prompts, what they answer, and sentences about the store", arguments: HostileFixture.escapes)
  func prompts(escape: String) {
    var browser = Self.hostile(width: 80, height: 24)
    let starts = [
      ":", ":goto ", ":stream s", ":set time=", ":bind ", ":bind j ", ":filter type=", "/",
      "&type=", "&.a ~ ", "1/", "1&", "4&type=", "3/", "?/",
      ":export ", ":save-screen ", "y",
    ]
    for start in starts {
      browser.press("2" + start)
      browser.send(.paste("x" + escape))
      for scalar in escape.unicodeScalars { browser.send(.key(.character(scalar))) }
      browser.pressChecked("<Home><Enter>")
      browser.press("<Esc><Esc><Esc>")
    }
    let id = browser.model.catalog.id(at: 0)
    browser.pressChecked("2g")
    browser.sendChecked(.recordFailed(id, "\(id): \(escape)"))
    let bytes = Array("{\(escape)".utf8) + [0x80]
    browser.sendChecked(
      .recordRead(
        EventRecord(id: id, event: nil, problem: "no \(escape)", bytes: bytes, sizeBytes: 9)))
    let found = StoreProblem(subject: "events/\(escape)", message: "is \(escape)", id: nil)
    browser.sendChecked(
      .verified(
        VerificationReport(
          doneCount: 1, totalCount: 2, problems: [found], state: .failed("no \(escape)"))))
    browser.pressChecked("1G<Enter>2")
    browser.sendChecked(.note("\(escape) cannot be written"))
    browser.configure("set \(escape)=1\nfly \(escape)")
    browser.sendChecked(.changes([.storeGone("gone: \(escape)")], atMilliseconds: ShopFixture.now))
  }
}

extension BrowserUnderTest {
  /// Presses keys and looks at the screen after each.
  fileprivate mutating func pressChecked(
    _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for key in Key.parse(keys: keys) ?? [] {
      sendChecked(.key(key), sourceLocation: sourceLocation)
    }
  }

  fileprivate mutating func sendChecked(
    _ message: BrowserMessage, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    send(message)
    let problem = ScreenRules.problem(with: model)
    #expect(problem == nil, "after \(message)", sourceLocation: sourceLocation)
  }
}
