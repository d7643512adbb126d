internal import TerminalUI

/// The keys that act on a payload as it shows, for the last row of the screen.
struct PayloadHints {
  let pane: PayloadPane
  /// Whether there is room for nearly all keys.
  let isWide: Bool

  var text: DisplayText {
    let hints = viewHints + ["{/} event"] + lineHints + ["Esc back"]
    return DisplayText(" " + hints.joined(separator: "  "))
  }

  private var viewHints: [String] {
    switch pane.document?.kind {
    case .json?: ["h/l fold", "e/E expand"] + (isWide ? ["J/K sibling"] : [])
    case .text?, .hex?: ["j/k move"] + (pane.isWrapping ? [] : ["H/L sideways"])
    case nil: []
    }
  }

  private var lineHints: [String] {
    guard let document = pane.document else { return [] }
    return ["y copy", "a \(PayloadHints.name(document.nextKind))", "w wrap"]
      + (isWide ? ["/ search", "v editor", "x export"] : [])
  }

  private static func name(_ kind: PayloadDocument.Kind) -> String {
    kind == .json ? "JSON" : kind.rawValue
  }
}
