/// A character of known width with its marks.
package struct Glyph: Sendable, Hashable {
  package let scalar: Unicode.Scalar
  package var marks: (Unicode.Scalar?, Unicode.Scalar?) = (nil, nil)
  package let width: UInt8

  package static func == (left: Glyph, right: Glyph) -> Bool {
    left.scalar == right.scalar && left.marks == right.marks
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(scalar)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
  }
}
