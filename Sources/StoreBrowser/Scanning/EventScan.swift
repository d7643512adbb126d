internal import LivenStore

/// A search or a filter on its way through the rows of a list, a part at a time.
///
/// The next part is asked for when the one before is answered: so a scan of a million events never holds
/// up the screen, and ends by asking no more.
struct EventScan: Sendable {
  /// How many events are asked for at first, so that something is told soon, and at most: larger parts
  /// are less to hand to and fro.
  static let (firstPartCount, maximumPartCount) = (2_048, 16_384)

  let number: Int
  let condition: ScanCondition
  /// What was typed.
  let text: String
  /// The rows of the catalog that hold what is looked for, in id order.
  private(set) var hits: [UInt32] = []
  /// The names that hold it, of a search for a text.
  private var names = CatalogNames()
  private var partCount = EventScan.firstPartCount
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
  private var known: Set<UInt32> = []
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

  var isDone: Bool { isStopped || isComplete }

  /// Whether all of the list was looked at.
  var isComplete: Bool { restCount == 0 && late.isEmpty && askedRows.isEmpty }

  var percent: Int { totalCount == 0 ? 100 : doneCount * 100 / totalCount }

  mutating func stop() { if !isComplete { isStopped = true } }

  mutating func forgetHits() { hits = [] }

  /// Takes in a row that came: it is looked at next, once.
  mutating func add(_ row: UInt32) {
    guard known.insert(row).inserted else { return }
    late.append(row)
    totalCount += 1
  }

  /// The rows to look at next; empty if an answer is awaited or nothing is left.
  mutating func nextRows(in rows: [UInt32]) -> [UInt32] {
    guard askedRows.isEmpty, !isStopped else { return [] }
    askedRows = late
    late = []
    while askedRows.count < partCount, restCount > 0, !rows.isEmpty {
      place = (place % rows.count + rows.count) % rows.count
      askedRows.append(rows[place])
      place += step
      restCount -= 1
    }
    if rows.isEmpty { restCount = 0 }
    partCount = min(partCount * 2, EventScan.maximumPartCount)
    return askedRows
  }

  /// The next events to look at, with what of them is asked; empty as ``nextRows(in:)`` is.
  mutating func nextCandidates(in rows: [UInt32], _ catalog: StoreCatalog) -> [ScanRequest
    .Candidate]
  {
    let next = nextRows(in: rows)
    if let search = condition.search { names.extend(catalog) { search.holds(Array($0.utf8)) } }
    return next.map { row in
      ScanRequest.Candidate(
        row: row, id: catalog.id(at: Int(row)), type: catalog.type(at: Int(row)),
        streams: condition.needsStreams ? catalog.streams(of: Int(row)) : [],
        isNamed: condition.search != nil && names.hold(Int(row), of: catalog))
    }
  }

  /// Takes in an answer: the rows that hold what is looked for.
  mutating func take(_ rows: [UInt32], _ catalog: StoreCatalog) {
    doneCount += askedRows.count
    askedRows = []
    let new = rows.sorted { catalog.id(at: Int($0)) < catalog.id(at: Int($1)) }
    guard let first = new.first, let last = new.last else { return }
    let place = self.place(of: first, catalog)
    let isTogether =
      place == hits.count || catalog.id(at: Int(last)) < catalog.id(at: Int(hits[place]))
    hits.insert(contentsOf: new, at: place)
    // Parts of a list lie apart; what came late may lie anywhere.
    if !isTogether { hits.sort { catalog.id(at: Int($0)) < catalog.id(at: Int($1)) } }
  }

  /// Where a row stands among the hits, or would stand.
  func place(of row: UInt32, _ catalog: StoreCatalog) -> Int {
    place(of: catalog.id(at: Int(row)), catalog)
  }

  /// The place of the first hit that is not before an id.
  func place(of id: EventID, _ catalog: StoreCatalog) -> Int {
    catalog.place(of: id, in: hits)
  }
}
