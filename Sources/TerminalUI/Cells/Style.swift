/// A colour of the terminal's palette.
package enum Color: Sendable, Hashable {
  /// What the user's terminal has.
  case standard
  /// One of 256; the first 16 are the user's own.
  case palette(UInt8)
}

/// How a cell looks.
package struct Style: Sendable, Hashable {
  /// What can be added to a character.
  package struct Attributes: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let italic = Attributes(rawValue: 4)
    package static let underline = Attributes(rawValue: 8)
    package static let reverse = Attributes(rawValue: 16)
  }

  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own look.
  package static let plain = Style()
  package static let bold = Style(attributes: .bold)
  package static let dim = Style(attributes: .dim)
  package static let reverse = Style(attributes: .reverse)
}

/// How many colours a terminal has.
package enum ColorDepth: Sendable, Hashable {
  case mono
  case colors16
  case colors256
}
