/// What a store did to a disk, with what the nodes are, to be put out of order.
struct MutableTrace {
  var operations: [DiskOperation]
  private let final: DiskState

  init(_ workload: CommitWorkload) {
    operations = workload.operations
    var state = workload.start
    for (index, operation) in workload.operations.enumerated() {
      state.apply(operation, number: index)
    }
    final = state
  }

  func folder(_ path: String...) -> Int {
    path.reduce(0) { final.nodes[$0].names[$1] ?? -1 }
  }

  var streamFolders: Set<Int> { Set(final.nodes[folder("streams")].names.values) }

  var eventFiles: Set<Int> { Set(entered(in: folder("events"))) }

  /// The files of intents and their folder.
  var intentNodes: Set<Int> {
    let intents = folder(".livenstore", "intents")
    return Set(entered(in: intents) + [intents])
  }

  private func entered(in folder: Int) -> [Int] {
    operations.compactMap { operation in
      guard case .enter(folder, _, let node) = operation else { return nil }
      return node
    }
  }

  /// Where events get their names.
  var eventEntries: [Int] { entries { $0 == folder("events") } }

  /// Where links are made.
  var linkEntries: [Int] { entries { streamFolders.contains($0) } }

  private func entries(_ isIn: (Int) -> Bool) -> [Int] {
    operations.indices.filter { index in
      guard case .enter(let folder, _, _) = operations[index] else { return false }
      return isIn(folder)
    }
  }

  private func isWrite(_ index: Int, to node: Int) -> Bool {
    if case .write(node, _) = operations[index] { true } else { false }
  }

  mutating func dropSyncs(_ nodes: (MutableTrace) -> Set<Int>) {
    let nodes = nodes(self)
    operations.removeAll { operation in
      if case .sync(let node) = operation { nodes.contains(node) } else { false }
    }
  }

  private mutating func move(_ index: Int, before other: Int) {
    guard other < index else { return }
    operations.insert(operations.remove(at: index), at: other)
  }

  mutating func moveLinksBeforeEvents() {
    for link in linkEntries {
      if let event = eventEntries.last(where: { $0 < link }) {
        // The node of a link is made right before it gets its name.
        move(link - 1, before: event)
        move(link, before: event + 1)
      }
    }
  }

  mutating func moveNamesBeforeWrites() {
    for node in eventFiles {
      guard let name = operations.firstIndex(where: { $0.enters(node) }),
        let write = operations.indices.first(where: { isWrite($0, to: node) })
      else { continue }
      move(name, before: write)
    }
  }

  mutating func moveSyncsBeforeWrites() {
    for node in eventFiles {
      guard let sync = operations.firstIndex(of: .sync(node)),
        let write = operations.indices.first(where: { isWrite($0, to: node) })
      else { continue }
      move(sync, before: write)
    }
  }

  mutating func moveAcknowledgementsBeforeSyncs() {
    for index in operations.indices {
      guard case .acknowledge = operations[index] else { continue }
      let names = (eventEntries + linkEntries).filter { $0 < index }
      if let last = names.max() { move(index, before: last + 1) }
    }
  }

  mutating func moveRowsBefore(_ entries: (MutableTrace) -> [Int]) {
    let ledger = folder(".livenstore", "ledger")
    for index in operations.indices where isWrite(index, to: ledger) {
      // The first name given since the rows before.
      let start = operations[..<index].lastIndex { $0.isWrite(to: ledger) } ?? 0
      if let first = entries(self).first(where: { $0 > start && $0 < index }) {
        move(index, before: first)
      }
    }
  }

  mutating func moveNameEntriesBehindRows() {
    let (ledger, names) = (folder(".livenstore", "ledger"), folder(".livenstore", "names"))
    for index in operations.indices.reversed() where isWrite(index, to: names) {
      guard let row = operations[index...].firstIndex(where: { $0.isWrite(to: ledger) }) else {
        continue
      }
      operations.insert(operations[index], at: row + 1)
      operations.remove(at: index)
    }
  }
}

extension DiskOperation {
  fileprivate func enters(_ node: Int) -> Bool {
    if case .enter(_, _, node) = self { true } else { false }
  }

  fileprivate func isWrite(to node: Int) -> Bool {
    if case .write(node, _) = self { true } else { false }
  }
}
