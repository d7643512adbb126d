internal import CNcurses
internal import TerminalUI

/// Turns pairs of colours into curses' numbers, as many as the terminal has.
struct ColorPairs {
  private let depth: ColorDepth
  private let limit: Int32
  /// What stands for the terminal's own colours: -1, or white on black where curses knows of none.
  private let own: (foreground: Int32, background: Int32)
  private var numbers: [Key: Int32] = [:]

  private struct Key: Hashable {
    let foreground: Int32
    let background: Int32
  }

  init(depth: ColorDepth, hasDefaultColors: Bool) {
    self.depth = depth
    own = hasDefaultColors ? (-1, -1) : (7, 0)
    limit = depth == .mono ? 0 : cn_pair_limit()
  }

  /// The number of a style's pair; 0, the terminal's own colours, where there is none left.
  mutating func number(for style: Style) -> Int32 {
    guard depth != .mono else { return 0 }
    if style.foreground == .standard && style.background == .standard { return 0 }
    let key = Key(
      foreground: index(style.foreground) ?? own.foreground,
      background: index(style.background) ?? own.background)
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count + 1)
    guard number < limit, cn_init_pair(number, key.foreground, key.background) != 0 else {
      return 0
    }
    numbers[key] = number
    return number
  }

  /// The index of a colour, `nil` for the terminal's own.
  private func index(_ color: Color) -> Int32? {
    guard case .palette(let number) = color else { return nil }
    if depth == .colors256 || number < 8 { return Int32(number) }
    return number < 16 ? Int32(number - 8) : nil
  }
}
