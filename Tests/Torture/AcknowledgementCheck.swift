import Foundation
import LivenStore

/// Compares what writers were told with what is in the store.
struct AcknowledgementCheck {
  let store: String
  let files: [String]

  func run() throws {
    let store = try JSONEventStore(at: store)
    let view = try store.ledgerView(makesLedger: true)
    var (acknowledged, lost, part, doubled) = (0, 0, 0, 0)
    var ids: [String: Set<EventID>] = [:]
    var versions: Set<String> = []
    for line in try lines() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2, !["refused", "conflict"].contains(words[0]) else { continue }
      if words[0] == "try" {
        part +=
          try isInPart(words[1], Set(words.dropFirst(2).compactMap { EventID($0) }), store) ? 1 : 0
        continue
      }
      guard let id = EventID(words[1]) else { continue }
      acknowledged += 1
      if (try? store.read(id)) == nil { lost += 1 }
      if words.count > 2, !versions.insert(words[2]).inserted { doubled += 1 }
      guard let stream = StreamName(words[0]), words[0] != "-" else { continue }
      if ids[words[0]] == nil { ids[words[0]] = Set(try store.eventIDs(in: stream)) }
      if ids[words[0]]?.contains(id) != true { lost += 1 }
    }
    let files = try store.eventIDs()
    let rows = view?.index.ids.count ?? 0
    if Set(view?.index.ids ?? []) != Set(files) { lost += 1 }
    print(
      "\(acknowledged) acknowledged, \(files.count) events, \(rows) rows: \(lost) lost, "
        + "\(part) in part, \(doubled) doubled")
    exit(lost + part + doubled == 0 ? 0 : 1)
  }

  private func isInPart(
    _ stream: String, _ expected: Set<EventID>, _ store: JSONEventStore
  ) throws -> Bool {
    guard let name = StreamName(stream) else { return false }
    let there = try Set(store.eventIDs(in: name))
    let stored = expected.count { (try? store.read($0)) != nil }
    return !(there.isEmpty && stored == 0 || there == expected && stored == expected.count)
  }

  private func lines() throws -> [Substring] {
    try files.flatMap { file in
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: true)
        // A killed writer may leave half a line, which acknowledged nothing yet.
        .filter { line in line.hasSuffix(" .") }
        .map { line in line.dropLast(2) }
    }
  }
}
