import LivenStore
import StoreBrowser
import Testing

@Suite("What verify finds, in the browser")
struct ProblemTests {
  private static let problem = StoreProblem(
    subject: "streams/order-1002/x.json", message: "links to an event that is missing (V14)",
    stream: "order-1002")
  private static let warning = StoreProblem(
    subject: "events", message: "may be written to by its group or by others (V02)", level: .warning
  )

  private func report(
    _ done: Int, _ problems: [StoreProblem] = [], _ state: VerificationReport.State = .running
  ) -> BrowserMessage {
    .verified(
      VerificationReport(doneCount: done, totalCount: 4_812, problems: problems, state: state))
  }

  @Test("a run tells how far it is, is stopped by ^C, and what it found is listed")
  func run() {
    var browser = BrowserUnderTest.shop()
    browser.press("V")
    #expect(browser.effects.contains(.verify))
    browser.send(report(1_024, [Self.problem]))
    browser.expect("verifying 1,024 of 4,812 events, 1 problem  ^C stops")
    browser.press("V")
    browser.expect("Verifying already: ^C stops it.")
    browser.press("<C-c>")
    #expect(browser.effects.contains(.stopVerifying))
    browser.send(report(2_048, [Self.warning], .stopped))
    browser.expect("Stopped after 2,048 of 4,812 events: 2 problems")
    browser.press("<S-Tab>G")
    browser.expect("▶ stock-91     1 error")
    browser.expect("! events     1 warning")
    browser.expect("! order-1002   1 error")
    browser.expect("▶! streams/stock-91")
    browser.press("k")
    browser.expect("▶! streams/order-1002/x.json")
    browser.press("2")
    browser.expect("row 2 of 3  66%  links to an event that is missing (V14)")
  }

  @Test("a new run forgets what the one before found; what the watcher knows stays")
  func again() {
    var browser = BrowserUnderTest.shop()
    browser.press("V")
    browser.send(report(4_812, [Self.problem], .done))
    browser.expect("Verified 4,812 events: 1 problem")
    browser.press("V")
    browser.send(report(4_812, [], .done))
    browser.expect("Verified 4,812 events: no problems")
    browser.press("<S-Tab>G")
    browser.expect("▶ stock-91     1 error")
    #expect(!browser.screen.contains("! order-1002"))
  }

  @Test("a file that both know of stands once")
  func once() {
    var browser = BrowserUnderTest.shop()
    browser.press("V")
    let same = StoreProblem(
      subject: "streams/stock-91", message: "is a link to nothing (V14)", stream: "stock-91")
    browser.send(report(4_812, [same], .done))
    browser.press("<S-Tab>G")
    browser.expect("▶ stock-91     1 error")
    browser.press("V")
    browser.send(report(1, [], .failed("shop-data: gone.")))
    browser.expect("shop-data: gone.")
  }
}
