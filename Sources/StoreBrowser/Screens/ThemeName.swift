package import TerminalUI

/// Which look a person wants.
package enum ThemeName: String, Sendable, CaseIterable {
  /// The one for the background that the terminal tells of; without one, colours that show on both.
  case auto
  case light
  case dark
  case mono

  /// The look on a terminal of so many colours.
  package func theme(depth: ColorDepth, background: Background?) -> Theme {
    guard depth != .mono, self != .mono else { return .mono }
    let has256 = depth == .colors256
    switch self == .auto ? background : self == .light ? .light : .dark {
    case .light?: return has256 ? .light256 : .light16
    case .dark?: return has256 ? .dark256 : .dark16
    case nil: return has256 ? .either256 : .either16
    }
  }
}
