import LivenStore

/// The figures of a store, as text with bars or as JSON.
struct StoreStatistics {
  private let totals: LedgerTotals
  private let room: StoreRoom
  private static let columns = 24

  init(_ totals: LedgerTotals, room: StoreRoom) {
    self.totals = totals
    self.room = room
  }

  var json: JSONValue {
    .object([
      number("events", totals.eventCount), number("links", totals.linkCount),
      number("streams", totals.streams.count),
      JSONMember(
        name: "types",
        value: .object(
          totals.types.map { JSONMember(name: $0.type.name, value: .number("\($0.count)")) })),
      number("event_bytes", totals.eventBytes), number("free_bytes", room.freeBytes),
      JSONMember(
        name: "free_inodes", value: room.freeInodes.map { .number("\($0)") } ?? .null),
      time("first_time", totals.firstID), time("last_time", totals.lastID),
      JSONMember(name: "acknowledged", value: .string(room.acknowledged)),
    ])
  }

  var lines: [String] {
    var lines = [
      "events   \(totals.eventCount)", "links    \(totals.linkCount)",
      "streams  \(totals.streams.count)", "bytes    \(totals.eventBytes)",
      "first    \(text(totals.firstID))", "last     \(text(totals.lastID))",
      "room     \(room.freeBytes >> 20) MiB, \(room.freeInodes.map { "\($0) inodes" } ?? "inodes on demand")",
      "durable  an append is acknowledged when it survives: \(room.acknowledged)",
    ]
    if let inodes = room.freeInodes, inodes < 10_000 {
      lines.append("Few inodes are left: each event takes one, and each link another.")
    }
    return lines + (totals.types.isEmpty ? [] : [""]) + totals.types.map(bar)
  }

  /// A type with a bar: the longest is the most frequent.
  private func bar(_ type: EventType, _ count: Int) -> String {
    let most = max(1, totals.types.first?.count ?? 1)
    let filled = max(1, count * StoreStatistics.columns / most)
    let bar = String(repeating: "#", count: filled)
    let space = String(repeating: " ", count: StoreStatistics.columns - filled)
    let number = String(count)
    return
      "\(String(repeating: " ", count: max(0, 9 - number.count)))\(number) \(bar)\(space) \(type)"
  }

  private func number(_ name: String, _ number: Int) -> JSONMember {
    JSONMember(name: name, value: .number("\(number)"))
  }

  private func time(_ name: String, _ id: EventID?) -> JSONMember {
    let text = id?.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) }
    return JSONMember(name: name, value: text.map { .string($0) } ?? .null)
  }

  private func text(_ id: EventID?) -> String {
    id?.timeMilliseconds.map { Timestamp.rfc3339(milliseconds: $0) } ?? "-"
  }
}
