/// A width in columns and a height in rows.
package struct Size: Sendable, Hashable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    precondition(width >= 0 && height >= 0, "size \(width)×\(height) must not be negative")
    self.width = width
    self.height = height
  }
}
