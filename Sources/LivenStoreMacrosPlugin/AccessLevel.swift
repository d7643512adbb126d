internal import SwiftSyntax
internal import SwiftSyntaxMacros

/// How far a struct is seen, as its members have to repeat it.
enum AccessLevel {
  /// `public ` or `package `; empty if only the module sees the struct.
  static func prefix(
    of aggregate: StructDeclSyntax, in context: some MacroExpansionContext
  ) -> String {
    if let own = level(aggregate.modifiers) { return text(own) }
    // A struct in an extension is as visible as the extension says.
    let around = context.lexicalContext.lazy.compactMap { $0.as(ExtensionDeclSyntax.self) }.first
    return text(around.flatMap { level($0.modifiers) })
  }

  private static func level(_ modifiers: DeclModifierListSyntax) -> Keyword? {
    modifiers.lazy.compactMap { modifier in
      guard case .keyword(let keyword) = modifier.name.tokenKind else { return nil }
      return [.public, .package, .internal, .fileprivate, .private].contains(keyword)
        ? keyword : nil
    }.first
  }

  private static func text(_ level: Keyword?) -> String {
    switch level {
    case .public: "public "
    case .package: "package "
    default: ""
    }
  }
}
