/// Answers whether an expression holds; its regular expressions are compiled once.
package struct ExpressionMatcher {
  private let expression: EventExpression
  private var searches: [TextPattern: TextSearch] = [:]

  package init(_ expression: EventExpression) {
    self.expression = expression
    compile(expression)
  }

  /// Whether the expression holds of a subject.
  package func holds(of subject: ExpressionSubject) -> Bool { holds(expression, subject) }

  private mutating func compile(_ expression: EventExpression) {
    switch expression {
    case .all(let parts), .any(let parts): for part in parts { compile(part) }
    case .not(let part): compile(part)
    case .comparison(_, _, .text(let pattern)): searches[pattern] = TextSearch(pattern)
    case .comparison, .present: break
    }
  }

  private func holds(_ expression: EventExpression, _ subject: ExpressionSubject) -> Bool {
    switch expression {
    case .all(let parts): parts.allSatisfy { holds($0, subject) }
    case .any(let parts): parts.contains { holds($0, subject) }
    case .not(let part): !holds(part, subject)
    case .present(let path):
      path.value(in: subject.tree).map { $0 != .null && $0 != .bool(false) } ?? false
    case .comparison(let left, .equal, .json(.null)):
      // What is not there is null.
      subject.values(of: left).allSatisfy { $0 == .null }
    case .comparison(let left, .notEqual, .json(.null)):
      subject.values(of: left).contains { $0 != .null }
    case .comparison(.time, let comparison, .time(let moment)):
      subject.id.timeMilliseconds.map { comparison.holds($0, moment) } ?? (comparison == .notEqual)
    case .comparison(let left, .notEqual, let value):
      !subject.values(of: left).contains { holds($0, .equal, value) }
    case .comparison(let left, .notMatching, let value):
      !subject.values(of: left).contains { holds($0, .matching, value) }
    case .comparison(let left, let comparison, let value):
      subject.values(of: left).contains { holds($0, comparison, value) }
    }
  }

  private func holds(
    _ left: JSONValue, _ comparison: EventExpression.Operator, _ value: EventExpression.Value
  ) -> Bool {
    switch value {
    case .text(let pattern): searches[pattern]?.holds(Array(left.text.utf8)) ?? false
    case .pattern(let pattern): comparison == .equal && Wildcard.matches(left.text, pattern)
    case .json(let right): holds(left, comparison, right)
    case .time: false
    }
  }

  private func holds(
    _ left: JSONValue, _ comparison: EventExpression.Operator, _ right: JSONValue
  ) -> Bool {
    // Whole numbers are compared whole: a double has 53 bits.
    if let left = left.integer, let right = right.integer { return comparison.holds(left, right) }
    if let left = left.double, let right = right.double { return comparison.holds(left, right) }
    if comparison == .equal { return left == right || left.text == right.text }
    guard case .string(let left) = left, case .string(let right) = right else { return false }
    return comparison.holds(left, right)
  }
}

extension EventExpression.Operator {
  fileprivate func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal, .equalTwice: left == right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .notEqual: left != right
    case .matching, .notMatching: false
    }
  }
}

extension JSONValue {
  fileprivate var integer: Int64? {
    if case .number(let text) = self { Int64(text) } else { nil }
  }

  /// The number; `nil` of other values.
  fileprivate var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// A string without its quotes, any other value as JSON.
  fileprivate var text: String { string ?? description }
}
