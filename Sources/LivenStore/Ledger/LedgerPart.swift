/// A part of a ledger's rows, written into the columns of all of them.
struct LedgerPart: Sendable {
  /// A link that does not stand behind its event.
  struct FarLink {
    let id: EventID
    /// The index of its stream.
    let stream: UInt32
  }

  /// The ids that are no ULIDs, by their rows.
  private(set) var others: [Int: EventID] = [:]
  private(set) var farLinks: [FarLink] = []
  /// Whether each id is above the one before.
  private(set) var isAscending = true
  /// Whether a row had a name that is not numbered.
  private(set) var lacksNames = false
  private(set) var firstID: EventID?
  private(set) var lastID: EventID?

  private static let rowCount = (256 << 10) / LedgerRow.byteCount

  static func count(of rows: Range<Int>) -> Int { (rows.count + rowCount - 1) / rowCount }

  /// Reads a part of some rows; `nil` if it cannot be read.
  init?(
    _ number: Int, of wanted: Range<Int>, in ledger: LedgerFile, _ disk: any Disk,
    _ numbering: LedgerNumbering, _ turns: LedgerTurns, _ target: LedgerTarget
  ) {
    let start = wanted.lowerBound + number * LedgerPart.rowCount
    let read = try? LedgerReader.rows(
      of: ledger, disk, from: start, count: min(LedgerPart.rowCount, wanted.upperBound - start))
    guard let (bytes, states) = read else {
      _ = turns.take(number, events: 0, links: 0)
      return nil
    }
    let place = turns.take(
      number, events: states.count { $0 == .event }, links: states.count { $0 == .nearLink })
    write(unsafe bytes.span.bytes, states, numbering, at: place, target)
  }

  private mutating func write(
    _ rows: RawSpan, _ states: [LedgerRow.State], _ numbering: LedgerNumbering,
    at start: LedgerTurns.Place, _ target: LedgerTarget
  ) {
    var place = start
    var last = EventID.lowest
    for index in states.indices where states[index] != .void {
      let row = LedgerRow(checked: rows, at: index * LedgerRow.byteCount)
      let number = numbering.number(of: row)
      if number == 0 { lacksNames = true }
      switch states[index] {
      case .event:
        target.put(ulid(row.id, after: last, at: place.row), type: number, at: place.row)
        last = row.id
        place.row += 1
      case .nearLink:
        target.put(stream: number &- 1, at: place.link)
        place.link += 1
      default: farLinks.append(FarLink(id: row.id, stream: number &- 1))
      }
      if place.row > start.row { target.put(linkEnd: place.link, at: place.row - 1) }
    }
    if place.row > start.row { lastID = last }
  }

  @inline(__always)
  private mutating func ulid(_ id: EventID, after last: EventID, at row: Int) -> ULID {
    if id <= last { isAscending = false }
    if firstID == nil { firstID = id }
    if let ulid = ULID(exactly: id) { return ulid }
    others[row] = id
    return ULID(high: 0, low: 0)
  }
}
