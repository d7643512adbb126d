/// Reads ``EventExpression``s by recursive descent.
struct EventExpressionParser {
  private let characters: [Character]
  private var index = 0
  private var depth = 0

  private static let maximumDepth = 64

  /// How far times without a zone are ahead of UTC, in minutes.
  private let offsetMinutes: (Int64) -> Int

  init(_ text: String, offsetMinutes: @escaping (Int64) -> Int) {
    characters = Array(text)
    self.offsetMinutes = offsetMinutes
  }

  mutating func parse() throws(ExpressionError) -> EventExpression {
    let expression = try disjunction()
    skipSpace()
    guard index == characters.count else {
      throw error("expected 'and', 'or' or the end")
    }
    return expression
  }

  private mutating func disjunction() throws(ExpressionError) -> EventExpression {
    var parts = [try conjunction()]
    while takeWord("or") || take("||") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(ExpressionError) -> EventExpression {
    var parts = [try negation()]
    while takeWord("and") || take("&&") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func negation() throws(ExpressionError) -> EventExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth < EventExpressionParser.maximumDepth else { throw error("too many parentheses") }
    if takeWord("not") || take("!") { return .not(try negation()) }
    guard take("(") else { return try comparison() }
    let inner = try disjunction()
    guard take(")") else { throw error("expected ')'") }
    return inner
  }

  private mutating func comparison() throws(ExpressionError) -> EventExpression {
    let subject = try subject()
    skipSpace()
    guard let comparison = EventExpression.Operator.allCases.first(where: { take($0.rawValue) })
    else {
      guard case .path(let path) = subject else {
        throw error("expected '=', '!=', '<', '>' or '~'")
      }
      return .present(path)
    }
    let value = try value(for: comparison, of: subject)
    return .comparison(subject, comparison == .equalTwice ? .equal : comparison, value)
  }

  private mutating func subject() throws(ExpressionError) -> EventExpression.Subject {
    skipSpace()
    let start = index
    let text = word { !" \t=!<>~()&|".contains($0) }
    switch text {
    case "type": return .type
    case "id": return .id
    case "time": return .time
    case "stream": return .stream
    case "version": return .version
    default:
      guard text.hasPrefix("."), let path = StatePath(text) else {
        index = start
        throw error("expected type, id, time, stream, version or .path")
      }
      return .path(path)
    }
  }

  private mutating func value(
    for comparison: EventExpression.Operator, of subject: EventExpression.Subject
  ) throws(ExpressionError) -> EventExpression.Value {
    skipSpace()
    let start = index
    let isQuoted = index < characters.count && characters[index] == "\""
    let text = isQuoted ? try quoted() : word { !" \t()&|".contains($0) }
    guard isQuoted || !text.isEmpty else { throw error("expected a value") }
    if comparison == .matching || comparison == .notMatching {
      do { return .text(try TextPattern(text)) } catch {
        index = start
        throw self.error(error.reason)
      }
    }
    if subject == .time {
      if let time = MomentText.milliseconds(text, offsetMinutes: offsetMinutes) {
        return .time(time)
      }
      index = start
      throw error("expected a time, such as 2026-11-27 or 2026-11-27T10:30:00Z")
    }
    if isQuoted { return .json(.string(text)) }
    if let scalar = try? JSONParser.parse(Array(text.utf8)), !scalar.isContainer {
      return .json(scalar)
    }
    guard text.contains("*") || text.contains("?") else { return .json(.string(text)) }
    guard comparison == .equal || comparison == .equalTwice || comparison == .notEqual else {
      index = start
      throw error("a pattern goes with = and !=")
    }
    return .pattern(text)
  }

  private mutating func quoted() throws(ExpressionError) -> String {
    let start = index
    index += 1
    var text = ""
    while index < characters.count, characters[index] != "\"" {
      if characters[index] == "\\", index + 1 < characters.count,
        "\"\\".contains(characters[index + 1])
      {
        index += 1
      }
      text.append(characters[index])
      index += 1
    }
    guard index < characters.count else {
      index = start
      throw error("the text that begins here has no end")
    }
    index += 1
    return text
  }

  private mutating func word(_ isPart: (Character) -> Bool) -> String {
    let start = index
    while index < characters.count, isPart(characters[index]) {
      // A quoted member of a path may hold anything.
      if characters[index] == "\"" {
        index += 1
        while index < characters.count, characters[index] != "\"" { index += 1 }
      }
      index += 1
    }
    index = min(index, characters.count)
    return String(characters[start..<index])
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpace()
    guard characters[index...].starts(with: text) else { return false }
    // '!' before '=' or '~' belongs to them.
    if text == "!", index + 1 < characters.count, "=~".contains(characters[index + 1]) {
      return false
    }
    index += text.count
    return true
  }

  private mutating func takeWord(_ text: String) -> Bool {
    skipSpace()
    let end = index + text.count
    guard characters[index...].starts(with: text),
      end == characters.count || " \t(".contains(characters[end])
    else { return false }
    index = end
    return true
  }

  private mutating func skipSpace() {
    while index < characters.count, characters[index] == " " || characters[index] == "\t" {
      index += 1
    }
  }

  private func error(_ reason: String) -> ExpressionError {
    ExpressionError(column: index + 1, reason: reason)
  }
}

extension JSONValue {
  /// Whether it is an array or an object.
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
