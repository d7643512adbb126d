/// Which streams hold a row: one chain of links a row, so that a link costs 8 bytes and no search.
struct Memberships: Sendable {
  /// The first link of each row, one more than its index; 0 for none.
  private var first: [UInt32] = []
  private var next: [UInt32] = []
  private var streams: [UInt32] = []

  mutating func addRow() { first.append(0) }

  mutating func addRows(_ count: Int) {
    first.append(contentsOf: repeatElement(0, count: count))
  }

  mutating func add(stream: Int, to row: Int) {
    streams.append(UInt32(stream))
    next.append(first[row])
    first[row] = UInt32(streams.count)
  }

  /// Whether a row is in a stream of which a condition holds.
  func contains(_ row: Int, where condition: (Int) -> Bool) -> Bool {
    var link = first[row]
    while link != 0 {
      if condition(Int(streams[Int(link) - 1])) { return true }
      link = next[Int(link) - 1]
    }
    return false
  }

  /// The streams of a row, the latest link first.
  func streams(of row: Int) -> [Int] {
    var found: [Int] = []
    var link = first[row]
    while link != 0 {
      found.append(Int(streams[Int(link) - 1]))
      link = next[Int(link) - 1]
    }
    return found
  }
}
