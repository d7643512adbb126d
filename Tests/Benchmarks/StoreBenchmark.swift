import LivenStore

/// Times append, link, read, readStream and replay of a store, an operation a line.
///
/// `livenstore-benchmarks FOLDER N [BYTES]` makes a fresh store in FOLDER and removes nothing: on an ext4
/// without a journal a removal makes the next creations slow.
@main
struct StoreBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let count = Int(arguments[2]), count > 0 else {
      StandardStream.error.write(Array("usage: livenstore-benchmarks FOLDER N [BYTES]\n".utf8))
      return
    }
    let bytes = arguments.count > 3 ? Int(arguments[3]) ?? 100 : 100
    let name = try ULIDGenerator.shared.next()
    let path = "\(arguments[1])/swift-\(name)"
    try StoreBenchmark(path: path, count: count, bytes: bytes).run()
    try await ReplayBenchmark(path: path + "-replay", count: count, measure: Measure()).run()
  }

  let path: String
  let count: Int
  let bytes: Int

  func run() throws {
    let store = try JSONEventStore(at: path, options: .init(durability: .buffered))
    let payload = [UInt8](repeating: UInt8(ascii: "x"), count: bytes)
    var ids: [EventID] = []
    try measure("append") {
      for _ in 0..<count {
        let event = try Event(type: "Measured", payload: payload)
        try store.append(event)
        ids.append(event.id)
      }
    }
    try measure("link") { for id in ids { try store.link(id, to: "measured") } }
    let shuffled = ids.shuffled()
    try measure("read-by-id") { for id in shuffled { _ = try store.read(id) } }
    try measure("read-stream") {
      let read = try store.readStream("measured").count
      precondition(read == count, "read \(read) of \(count) events")
    }
    try runDurable(payload)
  }

  /// Acknowledged when on the device: one by one, a hundred at once, and by 64 callers at once.
  private func runDurable(_ payload: [UInt8]) throws {
    let few = max(100, count / 20 / 100 * 100)
    let store = try JSONEventStore(at: path + "-durable")
    try Measure().time("durable-one", of: few) {
      for _ in 0..<few { try store.append(Event(type: "Measured", payload: payload)) }
    }
    try Measure().time("durable-stream-one", of: few) {
      for _ in 0..<few {
        try store.append(Event(type: "Measured", payload: payload), to: ["measured"])
      }
    }
    try Measure().time("durable-batch-100", of: few) {
      for _ in 0..<(few / 100) {
        let events = try (0..<100).map { _ in try Event(type: "Measured", payload: payload) }
        try store.append(events, to: ["measured"], expecting: .any)
      }
    }
    Measure().time("durable-64-callers", of: few) {
      let left = Monitor(64)
      for _ in 0..<64 {
        BackgroundThread.start(name: "caller") {
          for _ in 0..<(few / 64 + 1) {
            _ = try? store.append(Event(type: "Measured", payload: payload))
          }
          left.withLock { $0 -= 1 }
        }
      }
      _ = left.wait { $0 == 0 ? true : nil }
    }
  }

  private func measure(_ name: String, _ body: () throws -> Void) rethrows {
    try Measure().time(name, of: count, body)
  }
}
