internal import LivenStore

/// A search or a filter on its way through the rows of a list, a part at a time.
///
/// The next part is asked for when the one before is answered: so a scan of a million events never holds
/// up the screen, and ends by asking no more.
struct EventScan: Sendable {
  /// How many events are asked for at once.
  static let partCount = 2_048

  let number: Int
  let condition: ScanCondition
  /// What was typed.
  let text: String
  /// The rows of the catalog that hold what is looked for.
  private(set) var hits: Set<UInt32> = []
  /// How many events are looked through, and how many have been.
  private(set) var totalCount: Int
  private(set) var doneCount = 0
  private(set) var isStopped = false
  /// The place of the next row, and the way on: wrapping at the ends of the list.
  private var place: Int
  private let step: Int
  private var restCount: Int
  /// Rows that came while it was under way.
  private var late: [UInt32] = []
  private var askedRows: [UInt32] = []

  /// Begins at a place of a list and goes through all of it.
  init(
    number: Int, condition: ScanCondition, text: String, from place: Int, step: Int, of count: Int
  ) {
    self.number = number
    self.condition = condition
    self.text = text
    self.place = place
    self.step = step
    totalCount = count
    restCount = count
  }

  var isDone: Bool { isStopped || restCount == 0 && late.isEmpty && askedRows.isEmpty }

  mutating func stop() { isStopped = true }

  /// Takes in a row that came: it is looked at next.
  mutating func add(_ row: UInt32) {
    late.append(row)
    totalCount += 1
  }

  /// The rows to look at next; empty if an answer is awaited or nothing is left.
  mutating func nextRows(in rows: [UInt32]) -> [UInt32] {
    guard askedRows.isEmpty, !isStopped else { return [] }
    askedRows = late
    late = []
    while askedRows.count < EventScan.partCount, restCount > 0, !rows.isEmpty {
      place = (place % rows.count + rows.count) % rows.count
      askedRows.append(rows[place])
      place += step
      restCount -= 1
    }
    if rows.isEmpty { restCount = 0 }
    return askedRows
  }

  /// Takes in an answer; returns the rows that hold what is looked for, in the order of the scan.
  mutating func take(_ ids: [EventID], _ catalog: StoreCatalog) -> [UInt32] {
    let found = Set(ids)
    let new = askedRows.filter { found.contains(catalog.id(at: Int($0))) }
    hits.formUnion(new)
    doneCount += askedRows.count
    askedRows = []
    return new
  }
}
