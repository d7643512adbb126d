import Foundation
import StoreBrowser
import TerminalUI
import Testing

@Suite("Themes")
struct ThemeTests {
  private static func styles(_ theme: Theme) -> [Style] {
    [
      theme.border, theme.focusedBorder, theme.cursor, theme.quietCursor, theme.heading,
      theme.type, theme.id, theme.key, theme.problem, theme.live, theme.dim,
    ]
  }

  @Test(
    "colours out of 256 have contrast with the backgrounds they are for, bold ones somewhat less",
    arguments: [
      (ThemeName.light, Background?.none, [255]), (.dark, nil, [0]), (.auto, nil, [0, 255]),
      (.auto, .light, [255]), (.auto, .dark, [0]),
    ])
  func contrast(name: ThemeName, background: Background?, grays: [Double]) {
    let theme = name.theme(depth: .colors256, background: background)
    for style in Self.styles(theme) {
      guard case .palette(let number) = style.foreground else { continue }
      #expect(number >= 16, "a palette may change \(number)")
      // Large text needs 3, other text 4.5 (WCAG 2.1); no colour out of 256 has more than 4.5 with both.
      let least = style.attributes.contains(.bold) ? 3 : grays.count == 2 ? 4.3 : 4.5
      for gray in grays {
        #expect(PaletteColor(number).contrast(withGray: gray) >= least, "\(number) on \(gray)")
      }
    }
    guard case .palette(let mark) = theme.match.background,
      case .palette(let text) = theme.match.foreground
    else { return #expect(Bool(false), "a match has colours of its own") }
    #expect(PaletteColor(mark).contrast(with: PaletteColor(text)) >= 7)
  }

  @Test("only what is searched for has a background", arguments: ThemeName.allCases)
  func backgrounds(name: ThemeName) {
    for depth in [ColorDepth.mono, .colors16, .colors256] {
      for background in [nil, Background.light, .dark] {
        let theme = name.theme(depth: depth, background: background)
        #expect(Self.styles(theme).allSatisfy { $0.background == .standard })
        guard depth == .colors16 else { continue }
        for style in Self.styles(theme) {
          if case .palette(let number) = style.foreground { #expect(number < 16) }
        }
      }
    }
  }

  @Test("without colours every theme is the plain one; auto is what the terminal tells")
  func choosing() {
    for name in ThemeName.allCases {
      #expect(name.theme(depth: .mono, background: .dark) == .mono)
    }
    for depth in [ColorDepth.colors16, .colors256] {
      let all = ThemeName.allCases.map { $0.theme(depth: depth, background: nil) }
      #expect(Set(all).count == 4)
      for (background, name) in [(Background.light, ThemeName.light), (.dark, .dark)] {
        #expect(
          ThemeName.auto.theme(depth: depth, background: background)
            == name.theme(depth: depth, background: nil))
      }
    }
  }

  @Test(
    "COLORFGBG tells the background",
    arguments: [
      ("15;0", Background?.some(.dark)), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
      ("0;7", .light), ("0;default", nil), ("", nil), ("12;-1", nil), ("1;300", nil),
    ])
  func colorFGBG(text: String, background: Background?) {
    #expect(Background(colorFGBG: text) == background)
  }

  @Test(
    "screens in colours",
    arguments: [
      ("theme-auto-256", ColorDepth.colors256, Background?.none),
      ("theme-dark-256", .colors256, .dark),
      ("theme-light-16", .colors16, .light),
    ])
  func screens(name: String, depth: ColorDepth, background: Background?) {
    var browser = BrowserUnderTest(colors: depth, background: background)
    browser.load(ShopFixture())
    browser.press(":stream order-1001<Enter>k/Paid<Enter>3")
    browser.expectScreen(name)
  }

  @Test("the words are the same in every theme", arguments: ThemeName.allCases)
  func words(name: ThemeName) {
    var browser = BrowserUnderTest(width: 140, height: 40, colors: .colors256)
    browser.load(ShopFixture())
    let plain = BrowserUnderTest.shop(width: 140, height: 40)
    browser.press(":theme \(name.rawValue)<Enter>")
    browser.expect("Theme \(name.rawValue). For all times: set theme=\(name.rawValue) in")
    browser.press("<C-l>")
    browser.expect("theme \(name.rawValue)")
    browser.press(":theme auto<Enter><C-l>")
    #expect(browser.screen == plain.screen)
  }

  @Test("a theme is completed, set in a file, and a wrong one is told")
  func commands() {
    var browser = BrowserUnderTest(width: 140, height: 40, colors: .colors16)
    browser.load(ShopFixture())
    browser.press(":theme li<Tab><Enter><C-l>")
    browser.expect("theme light")
    browser.configure("set theme = dark")
    browser.expect("theme dark")
    browser.configure("theme mono")
    browser.expect("theme mono")
    browser.press(":theme pink<Enter>")
    browser.expect("No setting theme=pink.")
    var plain = BrowserUnderTest.shop(width: 140, height: 40)
    plain.press(":theme dark<Enter><C-l>")
    plain.expect("theme mono")
  }
}

/// One of the 240 colours that every terminal of 256 has alike.
private struct PaletteColor {
  private let luminance: Double

  init(_ number: UInt8) {
    let steps = [0.0, 95, 135, 175, 215, 255]
    let index = Int(number) - 16
    luminance =
      number >= 232
      ? Self.luminance(Array(repeating: 8 + 10 * Double(number - 232), count: 3))
      : Self.luminance([steps[index / 36], steps[index / 6 % 6], steps[index % 6]])
  }

  private init(luminance: Double) { self.luminance = luminance }

  /// The relative luminance of WCAG 2.1.
  private static func luminance(_ parts: [Double]) -> Double {
    zip(parts, [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
      let value = part.0 / 255
      let linear = value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      return sum + linear * part.1
    }
  }

  func contrast(withGray gray: Double) -> Double {
    contrast(with: PaletteColor(luminance: Self.luminance([gray, gray, gray])))
  }

  func contrast(with other: PaletteColor) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }
}
