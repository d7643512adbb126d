package import SwiftSyntax
internal import SwiftSyntaxBuilder
package import SwiftSyntaxMacros

extension AggregateMacro: MemberMacro {
  /// Writes the `init()` that a struct seen by other modules does not have by itself.
  package static func expansion(
    of node: AttributeSyntax, providingMembersOf declaration: some DeclGroupSyntax,
    conformingTo protocols: [TypeSyntax], in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let aggregate = declaration.as(StructDeclSyntax.self) else { return [] }
    let access = AccessLevel.prefix(of: aggregate, in: context)
    guard !access.isEmpty, !hasPlainInitializer(aggregate) else { return [] }
    return ["\(raw: access)init() {}"]
  }

  private static func hasPlainInitializer(_ aggregate: StructDeclSyntax) -> Bool {
    aggregate.memberBlock.members.contains { member in
      member.decl.as(InitializerDeclSyntax.self)?.signature.parameterClause.parameters.isEmpty
        ?? false
    }
  }
}
