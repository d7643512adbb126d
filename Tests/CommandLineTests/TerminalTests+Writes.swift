import Foundation
import LivenStoreTestSupport
import Testing

extension TerminalTests {
  @Test(
    "a screen goes to the terminal in a few pieces, not in one for each place that changed",
    .enabled(if: TortureTools.canTrace))
  func writes() throws {
    let folder = try makeStore(events: 200)
    let terminal = try Tmux(width: 120, height: 40)
    let log = folder.path + "-writes"
    start(terminal, folder, environment: "strace -f -e trace=write -s 0 -o \(log)")
    #expect(terminal.waitFor("row 200 of 200"))
    for _ in 0..<5 {
      terminal.press("g")
      #expect(terminal.waitFor("row 1 of 200"))
      terminal.press("G")
      #expect(terminal.waitFor("row 200 of 200"))
    }
    terminal.press("q")
    try expectRestored(terminal, folder, status: 0)
    let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    let writes = calls.count { $0.contains("write(1, ") }
    // Ten screens, some of them with a payload that came a moment later.
    #expect((10..<100).contains(writes), "\(writes) writes")
  }
}
