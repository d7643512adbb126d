extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    partitioningIndex(in: 0..<count, where: condition)
  }

  /// The same where it is known not to be before a place, and mostly near it: steps that double.
  func partitioningIndex(from start: Int, where condition: (Element) -> Bool) -> Int {
    var (low, step) = (start, 1)
    while low + step <= count, !condition(self[low + step - 1]) {
      low += step
      step *= 2
    }
    return partitioningIndex(in: low..<Swift.min(low + step, count), where: condition)
  }

  private func partitioningIndex(
    in range: Range<Int>, where condition: (Element) -> Bool
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array where Element: Comparable {
  /// Whether a sorted array holds an element.
  package func holdsSorted(_ element: Element) -> Bool {
    let index = partitioningIndex { $0 >= element }
    return index < count && self[index] == element
  }
}

extension Array where Element: Comparable {
  /// Puts elements where they belong in a sorted array; those that are there are left out.
  package mutating func insertSorted(_ elements: [Element]) {
    for element in elements {
      let index = last.map({ $0 < element }) ?? true ? count : partitioningIndex { $0 >= element }
      if index < count, self[index] == element { continue }
      insert(element, at: index)
    }
  }
}
