/// How bright the background of a terminal is.
package enum Background: Sendable, Hashable {
  case light
  case dark

  /// Reads what many terminals put into `COLORFGBG`: `15;0`, or `0;default;15`; the last is the background.
  package init?(colorFGBG text: String) {
    guard let last = text.split(separator: ";").last, let number = Int(last), number >= 0 else {
      return nil
    }
    switch number {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }
}
