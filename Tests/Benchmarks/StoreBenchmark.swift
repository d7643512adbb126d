import LivenStore

/// Times append, link, read and readStream of a store, an operation a line.
///
/// `livenstore-benchmarks FOLDER N [BYTES]` makes a fresh store in FOLDER and removes nothing: on an ext4
/// without a journal a removal makes the next creations slow.
@main
struct StoreBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let count = Int(arguments[2]), count > 0 else {
      StandardStream.error.write(Array("usage: livenstore-benchmarks FOLDER N [BYTES]\n".utf8))
      return
    }
    let bytes = arguments.count > 3 ? Int(arguments[3]) ?? 100 : 100
    let name = try ULIDGenerator.shared.next()
    try StoreBenchmark(path: "\(arguments[1])/swift-\(name)", count: count, bytes: bytes).run()
  }

  let path: String
  let count: Int
  let bytes: Int

  func run() throws {
    let store = try JSONEventStore(at: path)
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
  }

  private func measure(_ name: String, _ body: () throws -> Void) rethrows {
    let wall = SystemClock.monotonicNanoseconds()
    let processor = SystemClock.processorNanoseconds()
    try body()
    let perCall = { (nanoseconds: UInt64) in Double(nanoseconds / UInt64(count)) / 1_000 }
    let walls = perCall(SystemClock.monotonicNanoseconds() - wall)
    let processors = perCall(SystemClock.processorNanoseconds() - processor)
    StandardStream.output.write(
      Array("\(name) \(count) ops \(walls) us/op wall \(processors) us/op cpu\n".utf8))
  }
}
