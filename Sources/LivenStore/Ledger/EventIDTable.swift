/// Finds ids in an array without a copy of them: open addressing, 4 bytes a slot.
struct EventIDTable: Sendable {
  private var slots: [UInt32] = [UInt32](repeating: 0, count: 1 << 10)
  private var count = 0

  /// The index of an id in `ids`.
  func index(of id: EventID, in ids: [EventID]) -> Int? {
    var slot = start(of: id)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if ids[index] == id { return index }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return nil
  }

  /// Takes in the last element of `ids`, which is not there yet.
  mutating func insertLast(of ids: [EventID]) {
    if (count + 1) * 2 > slots.count { grow(ids) }
    put(ids.count - 1, ids[ids.count - 1])
    count += 1
  }

  private mutating func grow(_ ids: [EventID]) {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for index in 0..<(ids.count - 1) { put(index, ids[index]) }
  }

  private mutating func put(_ index: Int, _ id: EventID) {
    var slot = start(of: id)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = UInt32(index + 1)
  }

  /// Fibonacci hashing of the words; the low bits of ULIDs of one millisecond are their difference.
  private func start(of id: EventID) -> Int {
    let words = id.words
    let mixed = words.0 &* 31 ^ words.1 &* 0x9E37_79B9_7F4A_7C15 ^ words.2 &* 17 ^ words.3
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }
}
