import LivenStoreMacrosPlugin
import SwiftSyntax
import SwiftSyntaxBuilder
import SwiftSyntaxMacroExpansion
import SwiftSyntaxMacrosGenericTestSupport
import Testing

/// What the macro makes of a source.
enum Expansion {
  /// Checks what is written behind a declaration, what is said of it, and what the fix-its make of it.
  static func expect(
    _ source: String, becomes expected: String,
    conformances: [TypeSyntax] = ["LivenStore.Aggregate"],
    _ diagnostics: [DiagnosticSpec] = [], applying fixIts: [String]? = nil, fixed: String? = nil,
    _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    assertMacroExpansion(
      source, expandedSource: expected, diagnostics: diagnostics,
      macroSpecs: ["Aggregate": MacroSpec(type: AggregateMacro.self, conformances: conformances)],
      applyFixIts: fixIts, fixedSource: fixed, indentationWidth: .spaces(2),
      failureHandler: { Issue.record("\($0.message)", sourceLocation: location) })
  }

  /// Checks that nothing is written.
  static func expectNothing(
    from source: String, _ diagnostics: [DiagnosticSpec], applying fixIts: [String]? = nil,
    fixed: String? = nil, _ location: Testing.SourceLocation = #_sourceLocation
  ) {
    expect(
      source, becomes: source.replacing("@Aggregate\n", with: ""), diagnostics, applying: fixIts,
      fixed: fixed, location)
  }
}
