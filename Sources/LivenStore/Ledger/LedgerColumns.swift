/// What a ledger holds as the columns of a catalog, by rows in the order of arrival.
struct LedgerColumns {
  /// The ids; what stands in the place of one that is no ULID means nothing.
  private(set) var ulids: [ULID] = []
  /// The ids that are no ULIDs, by their rows.
  private(set) var others: [Int: EventID] = [:]
  /// The number of each event's type.
  private(set) var types: [UInt32] = []
  /// Where the links behind each event end in ``streams``.
  private(set) var linkEnds: [UInt32] = []
  /// The index of each such link's stream.
  private(set) var streams: [UInt32] = []
  /// Links that do not stand behind their event.
  private(set) var farLinks: [LedgerPart.FarLink] = []
  /// Whether each id is above the one before.
  private(set) var isAscending = true

  /// Reads the rows; `nil` if they cannot be read, or one has a name that is not numbered.
  init?(
    of ledger: LedgerFile, _ disk: any Disk, _ numbering: LedgerNumbering, rows: Range<Int>
  ) {
    let parts = read(rows.count) { target, turns in
      Workers.map(
        count: LedgerPart.count(of: rows), partCount: 1,
        threadCount: Workers.processorCount, making: {}
      ) { _, part in
        LedgerPart(part, of: rows, in: ledger, disk, numbering, turns, target)
      }
    }
    var last: EventID?
    for part in parts {
      guard let part, !part.lacksNames else { return nil }
      others.merge(part.others) { $1 }
      farLinks += part.farLinks
      if let last, let first = part.firstID, first <= last { isAscending = false }
      isAscending = isAscending && part.isAscending
      last = part.lastID ?? last
    }
  }

  /// Has several threads write to the columns, in which there is room for all rows to be events, or links: memory
  /// that nobody writes to is none.
  private mutating func read(
    _ room: Int, _ fill: (LedgerTarget, LedgerTurns) -> [LedgerPart?]
  ) -> [LedgerPart?] {
    let turns = LedgerTurns()
    var parts: [LedgerPart?] = []
    unsafe ulids = [ULID](unsafeUninitializedCapacity: room) { ulids, ulidCount in
      unsafe types = [UInt32](unsafeUninitializedCapacity: room) { types, typeCount in
        unsafe linkEnds = [UInt32](unsafeUninitializedCapacity: room) { ends, endCount in
          unsafe streams = [UInt32](unsafeUninitializedCapacity: room) { streams, streamCount in
            let target = unsafe LedgerTarget(
              ulids: ulids, types: types, linkEnds: ends, streams: streams)
            parts = fill(target, turns)
            streamCount = turns.end.link
          }
          endCount = turns.end.row
        }
        typeCount = turns.end.row
      }
      ulidCount = turns.end.row
    }
    return parts
  }
}
