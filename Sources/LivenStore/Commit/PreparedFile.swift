/// An event's file, complete and without its name.
final class PreparedFile: Sendable {
  let nameless: NamelessFile
  let id: EventID
  let type: EventType
  let sizeBytes: Int
  let checksum: UInt32

  init(_ nameless: consuming NamelessFile, event: Event, sizeBytes: Int, checksum: UInt32) {
    self.nameless = nameless
    id = event.id
    type = event.type
    self.sizeBytes = sizeBytes
    self.checksum = checksum
  }

  var descriptor: Int32 { nameless.file.number }

  func row(type number: UInt32) -> LedgerRow {
    .event(id, type: number, sizeBytes: sizeBytes, checksum: checksum)
  }
}
