internal import SwiftCompilerPlugin
internal import SwiftSyntaxMacros

/// What the compiler starts to expand the macros of `LivenStoreMacros`.
@main
struct LivenStoreMacrosPlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [AggregateMacro.self]
}
