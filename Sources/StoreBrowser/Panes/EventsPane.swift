internal import LivenStore
internal import TerminalUI

/// The list of events: which ones, which row is chosen, and how far it is scrolled sideways.
struct EventsPane: Sendable {
  var viewport = ListViewport()
  var scope: EventScope = .all
  var columnOffset = 0
  /// The rows of the catalog that are listed, in id order.
  private(set) var rows: [UInt32] = []
  /// The same without a filter.
  private(set) var allRows: [UInt32] = []
  var filter: EventFilter?
  /// What the scope of problems lists.
  var problems: [StoreProblem] = []
  private(set) var chosenID: EventID?
  /// The event beside which the list stays while it is filtered, until a person moves.
  private var filtering: (from: EventID, chosen: EventID?)?

  /// Takes the rows of the scope anew, or what changes brought; the chosen event stays chosen wherever it
  /// stands now, and a list that stood at its end follows.
  mutating func refresh(
    _ catalog: StoreCatalog, isNewestFirst: Bool, after changes: [CatalogChange]? = nil
  ) {
    let follows = scope != .problems && isAtNewest(isNewestFirst)
    if filtering?.chosen != chosenID { filtering = nil }
    if let changes, keepsRows, !changes.contains(where: \.isListing) {
      for change in changes { take(change, catalog) }
    } else {
      allRows = catalog.rows(of: scope)
    }
    rows = filter?.scan.hits ?? allRows
    let offset = viewport.cursor - viewport.top
    let count = scope == .problems ? problems.count : rows.count
    viewport.setCount(count)
    if let from = filtering?.from {
      let place = min(catalog.place(of: from, in: rows), count - 1)
      viewport.go(to: isNewestFirst ? count - 1 - place : place)
    } else if follows || chosenID == nil {
      goToNewest(isNewestFirst)
    } else if let chosenID, let place = place(of: chosenID, catalog) {
      viewport.go(to: isNewestFirst ? count - 1 - place : place)
      viewport.keep(offset: offset)
    }
    noteChosen(catalog, isNewestFirst)
    filtering?.chosen = chosenID
  }

  /// Narrows the list, or shows all of it again; what was chosen, or what is nearest to it, stays chosen.
  mutating func setFilter(
    _ filter: EventFilter?, _ catalog: StoreCatalog, isNewestFirst: Bool
  ) {
    let kept = filtering?.chosen == chosenID ? filtering?.from ?? chosenID : chosenID
    let follows = self.filter == nil && isAtNewest(isNewestFirst)
    self.filter = filter
    filtering = follows ? nil : kept.map { ($0, chosenID) }
    refresh(catalog, isNewestFirst: isNewestFirst)
    if filter == nil { filtering = nil }
  }

  /// Whether the rows are gathered for the list, and are no list that the catalog has.
  private var keepsRows: Bool {
    switch scope {
    case .type, .category: true
    case .all, .stream, .problems: false
    }
  }

  private mutating func take(_ change: CatalogChange, _ catalog: StoreCatalog) {
    let id: EventID
    switch change {
    case .appended(let event) where scope.holds(event): id = event.id
    case .linked(let linked, let stream) where scope.holds(stream): id = linked
    default: return
    }
    guard let row = catalog.row(of: id).map({ UInt32($0) }) else { return }
    let place = catalog.place(of: id, in: allRows)
    if place == allRows.count || allRows[place] != row { allRows.insert(row, at: place) }
  }

  /// Lets go of the catalog's rows before it changes, so that it need not copy them;
  /// ``refresh(_:isNewestFirst:after:)`` takes them anew.
  mutating func releaseRows() {
    rows = []
    if !keepsRows { allRows = [] }
  }

  /// Whether a row of the catalog is in the list.
  func isListed(_ row: UInt32, _ catalog: StoreCatalog) -> Bool {
    filter == nil && scope == .all || place(of: catalog.id(at: Int(row)), catalog) != nil
  }

  private func place(of id: EventID, _ catalog: StoreCatalog) -> Int? {
    let place = catalog.place(of: id, in: rows)
    return place < rows.count && catalog.id(at: Int(rows[place])) == id ? place : nil
  }

  func isAtNewest(_ isNewestFirst: Bool) -> Bool {
    isNewestFirst ? viewport.cursor == 0 : viewport.isAtEnd
  }

  mutating func goToNewest(_ isNewestFirst: Bool) {
    if isNewestFirst { viewport.go(to: 0) } else { viewport.goToEnd() }
  }

  /// The row of the catalog at a line of the list.
  func row(atLine line: Int, _ isNewestFirst: Bool) -> Int? {
    let place = isNewestFirst ? rows.count - 1 - line : line
    return rows.indices.contains(place) ? Int(rows[place]) : nil
  }

  mutating func noteChosen(_ catalog: StoreCatalog, _ isNewestFirst: Bool) {
    chosenID = row(atLine: viewport.cursor, isNewestFirst).map { catalog.id(at: $0) }
    if scope == .problems, problems.indices.contains(viewport.cursor) {
      chosenID = problems[viewport.cursor].id
    }
  }

  /// Chooses an event; false if it is not in the list.
  mutating func choose(_ id: EventID, _ catalog: StoreCatalog, isNewestFirst: Bool) -> Bool {
    guard let place = place(of: id, catalog) else { return false }
    viewport.go(to: isNewestFirst ? rows.count - 1 - place : place)
    noteChosen(catalog, isNewestFirst)
    return true
  }

  mutating func show(_ scope: EventScope, _ catalog: StoreCatalog, isNewestFirst: Bool) {
    self.scope = scope
    columnOffset = 0
    (filter, filtering) = (nil, nil)
    chosenID = nil
    viewport = ListViewport(height: viewport.height)
    refresh(catalog, isNewestFirst: isNewestFirst)
  }
}

extension ListViewport {
  init(height: Int) {
    self.init()
    setHeight(height)
  }
}
