/// What the ledger keeps of an event's file.
struct EventHead {
  let id: EventID
  let type: EventType
  let sizeBytes: Int
  let checksum: UInt32

  func row(type number: UInt32) -> LedgerRow {
    .event(
      id, type: number, sizeBytes: sizeBytes, checksum: checksum, flags: LedgerRow.adopted)
  }
}
