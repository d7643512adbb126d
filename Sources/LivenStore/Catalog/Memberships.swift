/// Which streams hold a row: the links that were there at first lie in the order of their rows, each of the
/// others in the chain of its row.
struct Memberships: Sendable {
  /// Where the first links of each row end in ``streams``; they begin where those of the row before end.
  private let ends: [UInt32]
  private let streams: [UInt32]
  /// The first link of each row's chain, one more than its index; 0, or nothing at the end, for none.
  private var first: [UInt32] = []
  /// The next link of each link's chain, in the same way, and its stream.
  private var next: [UInt32] = []
  private var chained: [UInt32] = []

  init() { self.init(ends: [], streams: []) }

  init(ends: [UInt32], streams: [UInt32]) { (self.ends, self.streams) = (ends, streams) }

  /// The number of links.
  var count: Int { streams.count + chained.count }

  mutating func add(stream: Int, to row: Int) {
    if row >= first.count {
      let missing = max(ends.count, row + 1) - first.count
      first.append(contentsOf: repeatElement(0, count: missing))
    }
    chained.append(UInt32(stream))
    next.append(first[row])
    first[row] = UInt32(chained.count)
  }

  /// Whether a row is in a stream of which a condition holds.
  func contains(_ row: Int, where condition: (Int) -> Bool) -> Bool {
    for link in firstLinks(of: row) where condition(Int(streams[link])) { return true }
    var link = row < first.count ? first[row] : 0
    while link != 0 {
      if condition(Int(chained[Int(link) - 1])) { return true }
      link = next[Int(link) - 1]
    }
    return false
  }

  /// The streams of a row.
  func streams(of row: Int) -> [Int] {
    var found: [Int] = []
    _ = contains(row) {
      found.append($0)
      return false
    }
    return found
  }

  @inline(__always)
  private func firstLinks(of row: Int) -> Range<Int> {
    guard row < ends.count else { return 0..<0 }
    return Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])
  }

  /// The rows of each stream in the order of rows, as far as links were there at first.
  func firstRows(streamCount: Int) -> [[UInt32]] {
    var places = firstPlaces(streamCount: streamCount)
    let starts = places
    let rows = unsafe [UInt32](unsafeUninitializedCapacity: streams.count) { rows, count in
      var link = 0
      for row in ends.indices {
        let end = Int(ends[row])
        while link < end {
          let stream = Int(streams[link])
          unsafe rows[places[stream]] = UInt32(truncatingIfNeeded: row)
          places[stream] &+= 1
          link &+= 1
        }
      }
      count = streams.count
    }
    return (0..<streamCount).map { Array(rows[starts[$0]..<places[$0]]) }
  }

  /// Where the rows of each stream begin if those of all streams lie one behind the other.
  private func firstPlaces(streamCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: streamCount)
    for stream in streams { counts[Int(stream)] &+= 1 }
    var place = 0
    return counts.map { count in
      defer { place += count }
      return place
    }
  }
}
