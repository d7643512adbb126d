internal import SwiftDiagnostics
internal import SwiftSyntax
internal import SwiftSyntaxMacros

extension Diagnostic {
  static func error(
    _ sentence: String, at node: some SyntaxProtocol, _ fixIts: [FixIt] = []
  ) -> Diagnostic {
    Diagnostic(node: node, message: MacroExpansionErrorMessage(sentence), fixIts: fixIts)
  }

  static func error(
    _ sentence: String, at node: some SyntaxProtocol, _ fixIt: FixIt
  ) -> Diagnostic {
    error(sentence, at: node, [fixIt])
  }

  /// What to say of a class, an actor or an enum; a class is offered to become a struct.
  static func needsStruct(_ declaration: some DeclGroupSyntax) -> Diagnostic {
    .error(
      "@Aggregate needs a struct: a handler of a class that throws would leave its changes behind",
      at: declaration.introducer,
      declaration.as(ClassDeclSyntax.self).map { [.makingStruct(of: $0)] } ?? [])
  }

  /// What to say of a struct without handlers.
  static func handlesNothing(_ aggregate: StructDeclSyntax) -> Diagnostic {
    let sentence =
      "\(aggregate.name.text) handles no event: write methods such as mutating func "
      + "onUserCreated(_ event: UserCreated); those in an extension are not seen"
    return Diagnostic(node: aggregate.name, message: MacroExpansionWarningMessage(sentence))
  }
}
