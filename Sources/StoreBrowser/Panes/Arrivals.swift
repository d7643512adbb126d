internal import LivenStore

/// Counts what arrives by the second and by type, a minute back.
struct Arrivals: Sendable {
  private var seconds: [Int64: [EventType?: Int]] = [:]

  mutating func add(_ types: some Sequence<EventType?>, atMilliseconds now: Int64) {
    let second = now / 1_000
    for type in types { seconds[second, default: [:]][type, default: 0] += 1 }
    if seconds.count > 60 { seconds = seconds.filter { $0.key > second - 60 } }
  }

  /// Events a second over the last ten.
  func perSecond(atMilliseconds now: Int64) -> Int {
    let recent = since(now / 1_000 - 10).reduce(0) { $0 + $1.values.reduce(0, +) }
    return (recent + 9) / 10
  }

  /// The types of the last minute, the most frequent first, then by name.
  func typeCounts(atMilliseconds now: Int64) -> [(type: EventType?, count: Int)] {
    var counts: [EventType?: Int] = [:]
    for second in since(now / 1_000 - 60) { counts.merge(second, uniquingKeysWith: +) }
    return counts.map { (type: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.type?.name ?? "") < ($0.count, $1.type?.name ?? "")
    }
  }

  private func since(_ second: Int64) -> [[EventType?: Int]] {
    seconds.lazy.filter { $0.key > second }.map(\.value)
  }
}
