/// The states in which a power cut may leave a disk: each unsynced change there or not.
package struct CrashStates {
  private enum Item {
    case folderChange(Int, DiskState.FolderChange)
    case file(Int)

    /// A change is there or not; a file is empty as far as it was not synced, cut in half, or whole.
    var choiceCount: Int {
      if case .file = self { 3 } else { 2 }
    }
  }

  private let state: DiskState
  private let items: [Item]

  package init(of state: DiskState) {
    self.state = state
    items = state.dirtyNodes.flatMap { number -> [Item] in
      let node = state.nodes[number]
      guard node.kind == .folder else { return [.file(number)] }
      return node.pending.map { .folderChange(number, $0) }
    }
  }

  /// How many there are; at most a million are told.
  package var count: Int {
    items.reduce(1) { min(1_000_000, $0 * $1.choiceCount) }
  }

  /// The state of a number below ``count``.
  package func state(_ number: Int) -> DiskState {
    var rest = number
    return make { choices in
      defer { rest /= choices }
      return rest % choices
    }
  }

  /// Any of the states.
  package func randomState(_ random: inout RepeatableRandom) -> DiskState {
    make { Int.random(in: 0..<$0, using: &random) }
  }

  private func make(_ choose: (Int) -> Int) -> DiskState {
    var cut = state
    for index in cut.nodes.indices {
      cut.nodes[index].names = cut.nodes[index].durableNames
      cut.nodes[index].bytes = cut.nodes[index].durableBytes
    }
    for item in items {
      let choice = choose(item.choiceCount)
      switch item {
      case .folderChange(let folder, let change) where choice == 1:
        DiskState.apply(change, to: &cut.nodes[folder].names)
      case .folderChange: continue
      case .file(let file):
        let durable = state.nodes[file].durableBytes.count
        let added = state.nodes[file].bytes.count - durable
        let kept = [0, max(1, added / 2), added][choice]
        cut.nodes[file].bytes = Array(state.nodes[file].bytes.prefix(durable + kept))
      }
    }
    for index in cut.nodes.indices {
      cut.nodes[index].durableNames = cut.nodes[index].names
      cut.nodes[index].durableBytes = cut.nodes[index].bytes
      cut.nodes[index].pending = []
    }
    return cut
  }
}
