/// A condition on events or states: `type=Order* and .amount > 50 and .user.name ~ "ann"`.
///
/// ```
/// or:          and { ("or" | "||") and }
/// and:         not { ("and" | "&&") not }
/// not:         ("not" | "!") not | "(" or ")" | comparison
/// comparison:  subject [ ("=" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "~" | "!~") value ]
/// subject:     type | id | time | stream | version | .path
/// value:       number | "text" | true | false | null | word        a word may hold * and ?
/// ```
/// A path alone asks whether there is a value other than null and false. `~` looks for a regular
/// expression anywhere in a text, without regard to case unless the expression holds a capital letter.
package indirect enum EventExpression: Sendable, Hashable {
  case all([EventExpression])
  case any([EventExpression])
  case not(EventExpression)
  case comparison(Subject, Operator, Value)
  case present(StatePath)

  /// What is compared.
  package enum Subject: Sendable, Hashable {
    case type, id, time, stream, version
    case path(StatePath)
  }

  /// How it is compared.
  package enum Operator: String, Sendable, Hashable, CaseIterable {
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case notEqual = "!="
    case notMatching = "!~"
    case equalTwice = "=="
    case equal = "="
    case less = "<"
    case greater = ">"
    case matching = "~"
  }

  /// What it is compared with.
  package enum Value: Sendable, Hashable {
    case json(JSONValue)
    /// A moment in Unix milliseconds, to compare times with.
    case time(Int64)
    /// A word with `*` for any characters and `?` for one.
    case pattern(String)
    /// What to look for in a text.
    case text(TextPattern)
  }

  /// Whether it asks of a subject.
  package func asks(of subject: Subject) -> Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains { $0.asks(of: subject) }
    case .not(let part): part.asks(of: subject)
    case .comparison(let own, _, _): own == subject
    case .present(let path): subject == .path(path)
    }
  }

  /// Whether it asks for anything that stands in the payload alone.
  package var needsPayload: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.contains(where: \.needsPayload)
    case .not(let part): part.needsPayload
    case .present, .comparison(.path, _, _): true
    case .comparison: false
    }
  }

  /// Reads an expression.
  ///
  /// - Throws: ``ExpressionError`` with the column at which it is none.
  package init(
    _ text: String, offsetMinutes: @escaping (Int64) -> Int = { _ in 0 }
  ) throws(ExpressionError) {
    var parser = EventExpressionParser(text, offsetMinutes: offsetMinutes)
    self = try parser.parse()
  }
}

/// Where a text stops being an expression.
package struct ExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The character, from 1.
  package let column: Int
  /// What was expected, as a sentence without its stop.
  package let reason: String

  package var description: String { "column \(column): \(reason)" }
}
