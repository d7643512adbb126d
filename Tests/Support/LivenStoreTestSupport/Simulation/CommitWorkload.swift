package import LivenStore

/// Appends, one after another, whose every interruption is looked at.
package struct CommitWorkload: Sendable {
  /// Events and the streams that they go to, all or nothing.
  package struct Unit: Sendable {
    package let events: [Event]
    package let streams: [StreamName]

    package init(events: [Event], streams: [StreamName]) {
      self.events = events
      self.streams = streams
    }
  }

  /// The disk before the first append, with all of it on the device.
  package let start: DiskState
  /// What the store did to the disk, with its acknowledgements.
  package let operations: [DiskOperation]
  package let units: [Unit]

  /// Runs the appends on the store's own code and writes down what it does to the disk.
  package init(_ units: [Unit]) throws {
    self.units = units
    start = try CommitWorkload.emptyStore()
    let disk = SimulatedDisk(start)
    let store = try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
    for (number, unit) in units.enumerated() {
      let result = try store.append(unit.events, to: unit.streams, expecting: .any)
      precondition(result.isNew)
      disk.acknowledge(number)
    }
    operations = disk.operations
  }

  /// The same disk and appends with other operations.
  package init(_ workload: CommitWorkload, operations: [DiskOperation]) {
    start = workload.start
    units = workload.units
    self.operations = operations
  }

  private static func emptyStore() throws -> DiskState {
    let disk = SimulatedDisk()
    let root = disk.root()
    for name in ["events", "streams"] {
      try name.withFileName { try disk.makeFolder($0, in: root.number, mode: 0o700) }
    }
    try disk.syncEverything(root.number)
    let store = try JSONEventStore(path: "sim", root: disk.root(), disk: disk)
    try store.recover()
    try disk.syncEverything(root.number)
    return disk.state
  }

  /// Some appends of one to three events to none to two streams, the same for the same seed.
  package static func random(seed: UInt64, count: Int) -> [Unit] {
    var random = RepeatableRandom(seed: seed)
    var sequence = ULIDSequence { (0, 1) }
    var time: UInt64 = 1_700_000_000_000
    return (0..<count).map { _ in
      let streams = ["a-1", "a-2", "b-1"].filter { _ in Bool.random(using: &random) }.prefix(2)
      let events = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        time += 1
        let type = ["Made", "Moved", "Removed"].randomElement(using: &random) ?? "Made"
        return Event(
          id: EventID(sequence.next(milliseconds: time)), type: EventType(type),
          payload: Array("{\"n\":\(time)}".utf8))
      }
      return Unit(events: events, streams: streams.compactMap { StreamName($0) })
    }
  }
}
