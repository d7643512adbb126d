import ArgumentParser
import LivenStore

/// Writes a living example.
struct DemoCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Write a living example: orders, stock, users; until ^C.",
    discussion: """
      Open the browser on the same store beside it and watch the live feed.

      EXAMPLES
        livenstore demo shop-data
        livenstore demo shop-data --rate 200 --count 10000
      """)

  @Argument(help: "The store's folder; created if it is not there.", completion: .directory)
  var store: String
  @OptionGroup var writing: WritableStore
  @Option(help: "Events a second.") var rate = 2.0
  @Option(help: "Stop after so many events.") var count: Int?

  func perform() throws {
    guard (0.001...100_000).contains(rate) else {
      throw ValidationError("--rate \(rate): give events a second, from 0.001 to 100000.")
    }
    let store = try writing.open(store)
    var shop = DemoShop()
    let start = SystemClock.monotonicNanoseconds()
    var written = 0
    while count.map({ written < $0 }) ?? true {
      let (type, payload, streams) = shop.next()
      try store.append(try Event(type: type, payload: JSONWriter.bytes(of: payload)), to: streams)
      written += 1
      let due = start + UInt64(Double(written) / rate * 1e9)
      let now = SystemClock.monotonicNanoseconds()
      if now + 1_000_000 < due { SystemClock.sleep(milliseconds: Int((due - now) / 1_000_000)) }
    }
  }
}
