import SwiftSyntaxMacrosGenericTestSupport
import Testing

/// A handler that the macro refuses: what it says, where, and what its fix-its make of the handler.
struct Refusal: Sendable, CustomTestStringConvertible {
  let handler: String
  let sentence: String
  /// The text at which it says so.
  let place: String
  /// The fix-its, each with the handler that it leads to.
  var fixIts: [(message: String, handler: String)] = []

  var testDescription: String { sentence }

  private func source(_ handler: String) -> String {
    """
    @Aggregate
    struct User {
      \(handler)
    }
    """
  }

  func check() {
    let before = handler.firstRange(of: place).map { handler[..<$0.lowerBound].utf8.count }
    let diagnostic = DiagnosticSpec(
      message: sentence, line: 3, column: 3 + (before ?? 0),
      fixIts: fixIts.map { FixItSpec(message: $0.message) })
    if fixIts.isEmpty { Expansion.expectNothing(from: source(handler), [diagnostic]) }
    for fixIt in fixIts {
      Expansion.expectNothing(
        from: source(handler), [diagnostic], applying: [fixIt.message], fixed: source(fixIt.handler)
      )
    }
  }
}
