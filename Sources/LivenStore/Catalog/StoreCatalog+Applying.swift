extension StoreCatalog {
  /// Takes in what was found or what happened; taking it in again changes nothing.
  package mutating func apply(_ change: CatalogChange) {
    switch change {
    case .found(let catalog): self = catalog
    case .restarted: self = StoreCatalog()
    case .streamFound(let name): _ = number(of: name)
    case .loaded:
      isLoaded = true
      noteDanglingLinks()
    case .appended(let event): append(event)
    case .linked(let id, let stream):
      link(id, to: stream)
      if isLoaded { noteDanglingLinks() }
    case .problem(let problem): note(problem)
    case .watching, .compared, .storeGone: break
    }
  }

  private mutating func append(_ event: TypedID) {
    let row = row(of: event.id) ?? insert(event.id)
    setType(event.type, ofRow: row)
    forgetProblems { $0.id == event.id && $0.stream == nil }
    if let waiting = danglingLinks.removeValue(forKey: event.id) {
      for stream in waiting { link(event.id, to: stream) }
      forgetProblems { $0.id == event.id }
    }
  }

  /// Adds a row for an event that has none, and returns it.
  @discardableResult
  mutating func insert(_ id: EventID) -> Int {
    let row = ids.count
    order.insert(UInt32(row), at: place(of: id))
    ids.append(id)
    typeNumbers.append(0)
    return row
  }

  mutating func setType(_ type: EventType, ofRow row: Int) {
    guard typeNumbers[row] == 0 else { return }
    let number = numberOfType[type] ?? types.count
    if number == types.count {
      types.append(type)
      typeCounts.append(0)
      numberOfType[type] = number
    }
    typeNumbers[row] = UInt32(number + 1)
    typeCounts[number] += 1
    typedCount += 1
  }

  mutating func note(_ problem: StoreProblem) {
    if notedProblems.insert(problem).inserted { problems.append(problem) }
  }

  private mutating func forgetProblems(where holds: (StoreProblem) -> Bool) {
    let count = problems.count
    problems.removeAll(where: holds)
    if problems.count != count { notedProblems = Set(problems) }
  }

  private mutating func noteDanglingLinks() {
    for (id, streams) in danglingLinks {
      for stream in streams {
        note(
          StoreProblem(
            subject: "streams/\(stream)/\(id).json",
            message: "link to a missing event: events/\(id).json", id: id, stream: stream))
      }
    }
  }
}
