/// What room is left for a store, and when it acknowledges.
package struct StoreRoom: Sendable, Hashable {
  /// How many bytes are left for this user.
  package let freeBytes: Int
  /// How many more files there may be; `nil` where the file system makes inodes on demand.
  package let freeInodes: Int?
  /// What an acknowledged append survives.
  package let acknowledged: String
}

extension JSONEventStore {
  /// What room is left.
  package var room: StoreRoom {
    let inodes = FileSystem.freeInodes(of: folder.root.number)
    return StoreRoom(
      freeBytes: Int(clamping: FileSystem.freeBytes(of: folder.root.number)),
      freeInodes: inodes == 0 || inodes > UInt64(1) << 48 ? nil : Int(clamping: inodes),
      acknowledged: folder.options.durability == .synced ? "a power cut" : "a killed process")
  }

  /// Counts by reading every file, for a store without a ledger.
  package func countedTotals() throws(EventStoreError) -> LedgerTotals {
    var totals = LedgerTotals()
    for id in try folder.eventIDs() {
      if let head = try? folder.readHead(id) { totals.take(head) }
    }
    for name in try folder.streamNames().names {
      totals.take(name, try folder.ids(in: name))
    }
    return totals
  }
}
