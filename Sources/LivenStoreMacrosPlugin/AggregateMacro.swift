internal import SwiftDiagnostics
package import SwiftSyntax
internal import SwiftSyntaxBuilder
package import SwiftSyntaxMacros

/// Writes the conformance of a struct to `Aggregate` from its methods `on<EventType>`.
package enum AggregateMacro: ExtensionMacro {
  /// The source is written as it is to be read.
  package static var formatMode: FormatMode { .disabled }

  package static func expansion(
    of node: AttributeSyntax, attachedTo declaration: some DeclGroupSyntax,
    providingExtensionsOf type: some TypeSyntaxProtocol, conformingTo protocols: [TypeSyntax],
    in context: some MacroExpansionContext
  ) throws -> [ExtensionDeclSyntax] {
    guard let aggregate = declaration.as(StructDeclSyntax.self) else {
      context.diagnose(.needsStruct(declaration))
      return []
    }
    let handlers = HandlerList(of: aggregate)
    let problems = [hidden(aggregate, as: type)].compactMap(\.self) + handlers.problems
    guard problems.isEmpty else {
      problems.forEach(context.diagnose)
      return []
    }
    if handlers.all.isEmpty { context.diagnose(.handlesNothing(aggregate)) }
    let conformance = protocols.isEmpty ? "" : ": LivenStore.Aggregate"
    let access = AccessLevel.prefix(of: aggregate, in: context)
    let source = """
      extension \(type.trimmedDescription)\(conformance) {
      \(handlers.handledEvents(access))

      \(handlers.handle(access))
      }
      """
    return [try ExtensionDeclSyntax("\(raw: source)")]
  }

  /// What to say of a struct that is private to another type: the extension stands outside of both.
  private static func hidden(
    _ aggregate: StructDeclSyntax, as type: some TypeSyntaxProtocol
  ) -> Diagnostic? {
    guard let outer = type.as(MemberTypeSyntax.self)?.baseType,
      let modifier = aggregate.modifiers.first(where: { $0.name.tokenKind == .keyword(.private) })
    else { return nil }
    return .error(
      "\(aggregate.name.text) is private to \(outer.trimmedDescription), where the extension that "
        + "@Aggregate writes does not see it", at: modifier,
      .replacing(modifier, by: "fileprivate", "make it 'fileprivate'"))
  }
}
