/// The characters of frames and marks, in Unicode or in ASCII.
package struct GlyphSet: Sendable, Hashable {
  /// The six characters of a frame.
  package struct Border: Sendable, Hashable {
    package let horizontal: Unicode.Scalar
    package let vertical: Unicode.Scalar
    package let topLeft: Unicode.Scalar
    package let topRight: Unicode.Scalar
    package let bottomLeft: Unicode.Scalar
    package let bottomRight: Unicode.Scalar
  }

  package let light: Border
  /// Of the pane that has the focus.
  package let heavy: Border
  package let cursor: DisplayText
  /// The cursor where what it stands on is open.
  package let chosenOpen: DisplayText
  package let open: DisplayText
  package let closed: DisplayText
  package let bullet: DisplayText
  package let more: DisplayText
  package let ellipsis: DisplayText
  package let live: DisplayText
  package let pause: DisplayText
  package let newBelow: DisplayText
  package let bar: Unicode.Scalar
  package let rule: Unicode.Scalar
  package let breadcrumb: DisplayText
  package let rangeDash: DisplayText
  package let none: DisplayText
  /// The event of a replay at which it stands, those ahead, one that changed a value, and the pin of it.
  package let here: DisplayText
  package let ahead: DisplayText
  package let changed: DisplayText
  package let pin: DisplayText
  /// The ends of its track.
  package let trackStart: DisplayText
  package let trackEnd: DisplayText

  package static let unicode = GlyphSet(
    light: Border(
      horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
      bottomRight: "┘"),
    heavy: Border(
      horizontal: "━", vertical: "┃", topLeft: "┏", topRight: "┓", bottomLeft: "┗",
      bottomRight: "┛"),
    cursor: "▶", chosenOpen: "▼", open: "▾", closed: "▸", bullet: "·", more: "⋯", ellipsis: "…",
    live: "●",
    pause: "‖", newBelow: "▼", bar: "█", rule: "╌", breadcrumb: "›", rangeDash: "–", none: "–",
    here: "◆", ahead: "○", changed: "▲", pin: "⌖", trackStart: "├", trackEnd: "┤")

  /// What stands for marks and arrows in sentences where there is ASCII only.
  package static let asciiReplacements: [Unicode.Scalar: Unicode.Scalar] = [
    "…": "~", "–": "-", "×": "x", "↑": "^", "↓": "v", "←": "<", "→": ">", "›": ">",
  ]

  package static let ascii = GlyphSet(
    light: Border(
      horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
      bottomRight: "+"),
    heavy: Border(
      horizontal: "=", vertical: "#", topLeft: "#", topRight: "#", bottomLeft: "#",
      bottomRight: "#"),
    cursor: ">", chosenOpen: "V", open: "v", closed: "+", bullet: "-", more: "...", ellipsis: "~",
    live: "*",
    pause: "=", newBelow: "v", bar: "#", rule: "-", breadcrumb: ">", rangeDash: "-", none: "-",
    here: "#", ahead: "o", changed: "^", pin: "@", trackStart: "|", trackEnd: "|")
}
