/// States in a row as bytes, each as what it has not in common with the one before.
///
/// States of a stream are much alike: what is kept is where they differ, and every hundredth as a whole.
struct StateArchive: Sendable {
  private struct Part: Sendable {
    /// How many bytes at its start and at its end it has from the one before.
    var head: UInt32
    var tail: UInt32
    /// Where its own bytes begin.
    var offset: Int
  }

  private static let interval = 100

  private var parts: [Part] = []
  private var bytes: [UInt8] = []
  private var last: [UInt8] = []

  var count: Int { parts.count }

  mutating func append(_ state: [UInt8]) {
    var (head, tail) = (0, 0)
    if count % StateArchive.interval != 0 {
      let most = min(last.count, state.count)
      while head < most, last[head] == state[head] { head += 1 }
      while tail < most - head, last[last.count - 1 - tail] == state[state.count - 1 - tail] {
        tail += 1
      }
    }
    parts.append(Part(head: UInt32(head), tail: UInt32(tail), offset: bytes.count))
    bytes += state[head..<(state.count - tail)]
    last = state
  }

  /// The state of an index.
  subscript(index: Int) -> [UInt8] {
    var state: [UInt8] = []
    for index in (index - index % StateArchive.interval)...index {
      state.replaceSubrange(
        Int(parts[index].head)..<(state.count - Int(parts[index].tail)), with: own(index))
    }
    return state
  }

  private func own(_ index: Int) -> ArraySlice<UInt8> {
    let end = index + 1 < parts.count ? parts[index + 1].offset : bytes.count
    return bytes[parts[index].offset..<end]
  }

  /// Forgets all but the first states.
  mutating func keep(first count: Int) {
    guard count < parts.count else { return }
    last = count > 0 ? self[count - 1] : []
    bytes.removeSubrange(parts[count].offset...)
    parts.removeSubrange(count...)
  }
}
