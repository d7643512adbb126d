extension Array {
  /// The first index whose element satisfies a condition that, once true, stays true.
  package func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    indices.partitioningIndex { condition(self[$0]) }
  }
}

extension Range<Int> {
  /// The first number of which a condition holds that, once true, stays true.
  @inline(__always)
  func partitioningIndex(where condition: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if condition(middle) { high = middle } else { low = middle + 1 }
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
