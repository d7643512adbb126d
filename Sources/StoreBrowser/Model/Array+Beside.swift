extension Array where Element: Comparable {
  /// The place of the next element of a sorted array behind another one, or of the one before; round the end.
  ///
  /// Without another one it is the first, or the last; `nil` in an empty array.
  func place(beside other: Element?, isForward: Bool) -> Int? {
    let next = other.flatMap { other in
      isForward ? firstIndex { $0 > other } : lastIndex { $0 < other }
    }
    return next ?? (isEmpty ? nil : isForward ? 0 : count - 1)
  }
}
