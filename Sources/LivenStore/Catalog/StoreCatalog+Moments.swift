extension StoreCatalog {
  /// The catalog of the events for which something holds, with the streams that hold any of them.
  package func filtered(_ holds: (EventID) -> Bool) -> StoreCatalog {
    var kept = StoreCatalog()
    var rowOf = [UInt32?](repeating: nil, count: ids.count)
    for row in 0..<count where holds(ids[row]) {
      rowOf[row] = UInt32(kept.ids.count)
      kept.ids.append(ids[row])
      kept.typeNumbers.append(typeNumbers[row])
    }
    kept.order = order.compactMap { rowOf[Int($0)] }
    kept.keepTypes(of: self)
    for place in 0..<streamCount { kept.keep(stream(atPlace: place), rowOf) }
    kept.problems = problems.filter { problem in problem.id.map(holds) ?? true }
    kept.notedProblems = Set(kept.problems)
    kept.isLoaded = isLoaded
    return kept
  }

  private mutating func keepTypes(of other: StoreCatalog) {
    var numbers = [UInt32](repeating: 0, count: other.types.count + 1)
    for row in 0..<typeNumbers.count where typeNumbers[row] > 0 {
      let old = Int(typeNumbers[row])
      if numbers[old] == 0 {
        types.append(other.types[old - 1])
        typeCounts.append(0)
        numberOfType[other.types[old - 1]] = types.count - 1
        numbers[old] = UInt32(types.count)
      }
      typeNumbers[row] = numbers[old]
      typeCounts[Int(numbers[old]) - 1] += 1
      typedCount += 1
    }
  }

  private mutating func keep(_ entry: StreamEntry, _ rowOf: [UInt32?]) {
    let rows = entry.rows.compactMap { rowOf[Int($0)] }
    guard !rows.isEmpty else { return }
    for row in rows { link(ids[Int(row)], to: entry.name) }
  }
}
