import TerminalUI
import Testing

@Suite("The part of a list that shows")
struct ListViewportTests {
  @Test("whatever happens, the chosen row is among those that show")
  func invariants() {
    var state: UInt64 = 99
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var viewport = ListViewport()
    for _ in 0..<100_000 {
      switch random(9) {
      case 8: viewport.roll(by: random(21) - 10)
      case 0: viewport.setCount(random(50))
      case 1: viewport.setHeight(random(20))
      case 2: viewport.move(by: random(21) - 10)
      case 3: viewport.page(by: random(3) - 1)
      case 4: viewport.halfPage(by: random(3) - 1)
      case 5: viewport.go(to: random(100) - 50)
      case 6: viewport.goToEnd()
      default: viewport.insert(random(3), before: random(60))
      }
      #expect(viewport.top >= 0 && viewport.cursor >= 0)
      #expect(viewport.count == 0 || viewport.visible.contains(viewport.cursor))
      #expect(viewport.top == 0 || viewport.top + viewport.height <= viewport.count)
    }
  }

  @Test("rows inserted above leave the chosen one where it is")
  func insert() {
    var viewport = ListViewport()
    viewport.setHeight(5)
    viewport.setCount(20)
    viewport.go(to: 10)
    let place = viewport.cursor - viewport.top
    viewport.insert(3, before: 2)
    #expect(viewport.cursor == 13)
    #expect(viewport.cursor - viewport.top == place)
  }
}
