internal import SwiftDiagnostics
internal import SwiftSyntax
internal import SwiftSyntaxMacros

extension FixIt {
  /// Puts a text in the place of a node.
  static func replacing(
    _ node: some SyntaxProtocol, by text: String, _ message: String
  ) -> FixIt {
    FixIt(message, [.replacing(node, by: text)])
  }

  /// Takes a node away with the blank behind it.
  static func removing(_ node: some SyntaxProtocol, _ message: String) -> FixIt {
    FixIt(message, [.removing(node)])
  }

  /// Puts a text before a node.
  static func inserting(
    _ text: String, before node: some SyntaxProtocol, _ message: String
  ) -> FixIt {
    let place = node.positionAfterSkippingLeadingTrivia
    return FixIt(message, [.replaceText(range: place..<place, with: text, in: Syntax(node))])
  }

  /// Writes `struct` for `class`, and what a struct cannot be out of the modifiers.
  static func makingStruct(of declaration: ClassDeclSyntax) -> FixIt {
    let modifiers: [Change] = declaration.modifiers.compactMap { modifier in
      switch modifier.name.tokenKind {
      case .keyword(.final): .removing(modifier)
      case .keyword(.open): .replacing(modifier, by: "public")
      default: nil
      }
    }
    return FixIt(
      "replace 'class' by 'struct'",
      modifiers + [.replacing(declaration.classKeyword, by: "struct")])
  }

  private init(_ message: String, _ changes: [Change]) {
    self.init(message: MacroExpansionFixItMessage(message), changes: changes)
  }
}

extension FixIt.Change {
  static func replacing(_ node: some SyntaxProtocol, by text: String) -> Self {
    .replaceText(range: node.trimmedRange, with: text, in: Syntax(node))
  }

  static func removing(_ node: some SyntaxProtocol) -> Self {
    let range = node.positionAfterSkippingLeadingTrivia..<node.endPosition
    return .replaceText(range: range, with: "", in: Syntax(node))
  }
}
