extension String {
  /// Whether two texts are the same bytes of UTF-8: texts of different normal forms are equal and not the same.
  func isSame(as other: String) -> Bool {
    let isSame = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      unsafe other.utf8.withContiguousStorageIfAvailable { others in
        unsafe bytes.count == others.count && bytes.elementsEqual(others)
      }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
