import Foundation
import LivenStore

/// Appends and writes each acknowledgement to standard output, in one call a line.
struct Writer {
  private let store: JSONEventStore
  private let mode: String
  private let count: Int
  private let goesOn: Bool

  /// Takes STORE MODE COUNT DURABILITY [ERRORS]: with ERRORS a refusal is told and not the end.
  init(_ arguments: [String]) throws {
    store = try JSONEventStore(
      at: arguments[0], options: .init(durability: arguments[3] == "synced" ? .synced : .buffered))
    mode = arguments[1]
    count = Int(arguments[2]) ?? 0
    goesOn = arguments.count > 4
  }

  func run() throws {
    let process = ProcessInfo.processInfo.processIdentifier
    for number in 0..<count {
      do {
        try step(number, process)
      } catch {
        guard goesOn, let error = error as? EventStoreError else { throw error }
        tell("refused \(error.code)")
      }
    }
  }

  private func step(_ number: Int, _ process: Int32) throws {
    switch mode {
    case "append":
      let event = try event(number)
      try store.append(event)
      tell("- \(event.id)")
    case "link":
      let event = try event(number)
      try store.append(event)
      tell("- \(event.id)")
      try store.link(event.id, to: "torture")
      tell("torture \(event.id)")
    case "expect": try expect(number)
    default:
      let size = mode == "save" ? 3 : Int(mode.dropFirst(4)) ?? 3
      let stream = StreamName("save-\(process)-\(number)") ?? "save"
      let events = try (0..<size).map { _ in try event(number) }
      tell("try \(stream) \(events.map(\.id.description).joined(separator: " "))")
      try store.append(events, to: [stream], expecting: .noStream)
      for event in events { tell("\(stream) \(event.id)") }
    }
  }

  /// Loads the version, appends, and begins again when another was faster.
  private func expect(_ number: Int) throws {
    while true {
      let ids = try store.eventIDs(in: "race")
      let event = try event(number)
      do throws(EventStoreError) {
        let result = try store.append([event], to: ["race"], expecting: .exactly(ids.count))
        return tell("race \(event.id) \(result.version ?? -1)")
      } catch {
        guard error.code == .versionConflict || error.code == .idOutOfOrder else { throw error }
        tell("conflict \(error.code)")
      }
    }
  }

  private func event(_ number: Int) throws -> Event {
    try Event(
      type: number % 3 == 0 ? "Made" : "Moved", payload: Array("{\"n\":\(number)}".utf8))
  }

  /// The point tells a line from the half that a killed writer leaves.
  private func tell(_ line: String) { StandardStream.output.write(Array((line + " .\n").utf8)) }
}
