/// A mistake in the order of system calls, made on purpose in what the store did.
package struct ProtocolMutant: Sendable, CustomStringConvertible {
  package let description: String
  private let change: @Sendable (inout MutableTrace) -> Void

  /// The workload with the mistake in it.
  package func applied(to workload: CommitWorkload) -> CommitWorkload {
    var trace = MutableTrace(workload)
    change(&trace)
    return CommitWorkload(workload, operations: trace.operations)
  }

  /// The twelve mistakes that a test must find.
  package static let all: [ProtocolMutant] = [
    ProtocolMutant("no file sync") { $0.dropSyncs { $0.eventFiles } },
    ProtocolMutant("no events sync") { $0.dropSyncs { [$0.folder("events")] } },
    ProtocolMutant("no stream sync") { $0.dropSyncs { $0.streamFolders } },
    ProtocolMutant("no streams sync after mkdir") { $0.dropSyncs { [$0.folder("streams")] } },
    ProtocolMutant("link first") { $0.moveLinksBeforeEvents() },
    ProtocolMutant("in place") { $0.moveNamesBeforeWrites() },
    ProtocolMutant("sync before write") { $0.moveSyncsBeforeWrites() },
    ProtocolMutant("early ack") { $0.moveAcknowledgementsBeforeSyncs() },
    ProtocolMutant("row before link") { $0.moveRowsBefore { $0.eventEntries } },
    ProtocolMutant("row visible early") { $0.moveRowsBefore { $0.linkEntries } },
    ProtocolMutant("intent not synced") { $0.dropSyncs { $0.intentNodes } },
    ProtocolMutant("names after row") { $0.moveNameEntriesBehindRows() },
  ]

  private init(
    _ description: String, _ change: @escaping @Sendable (inout MutableTrace) -> Void
  ) {
    self.description = description
    self.change = change
  }
}
