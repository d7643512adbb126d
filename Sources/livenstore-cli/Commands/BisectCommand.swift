import ArgumentParser
import LivenStore

/// Finds the first event after which something holds.
struct BisectCommand: Refusable {
  static let configuration = CommandConfiguration(
    commandName: "bisect",
    abstract: "Print the first event of a stream after which a condition holds.",
    discussion: """
      Paths lead into the state after the event; type, id, time and version are the event's.

      EXAMPLES
        livenstore bisect shop-data order-1001 '.status = shipped'
        livenstore bisect shop-data order-1001 '.total > 100 and not .paid_at'
        livenstore bisect shop-data user-42 '.username ~ "^ann"' --reducer 'python3 users.py' --json
      """)

  @OptionGroup var options: ReplayOptions
  @Argument(help: "The condition.") var condition: String

  func perform() throws {
    let matcher = ExpressionMatcher(
      try ConditionArgument.expression(condition, without: [.stream], of: "a state"))
    var found: TimelineStep<JSONValue>?
    var count = 0
    try options.replay().forEachStep { step in
      count = step.version
      if matcher.holds(of: ExpressionSubject(step)) { found = step }
      return found == nil
    }
    guard let found else {
      throw Refusal(
        "'\(condition)' holds after none of the \(count) events of '\(options.stream)'.")
    }
    var output = OutputBuffer()
    if options.json {
      output.line(.object(found.head))
    } else {
      for line in StepText(found).lines { output.line(line) }
    }
    output.flush()
  }
}

extension ExpressionSubject {
  fileprivate init(_ step: TimelineStep<JSONValue>) {
    self.init(
      type: step.event.type, id: step.event.id, version: step.version, tree: step.state)
  }
}

/// A condition as a user writes it.
enum ConditionArgument {
  /// Reads it; `absent` are subjects that what it is asked of does not have.
  static func expression(
    _ text: String, without absent: Set<EventExpression.Subject>, of what: String
  ) throws -> EventExpression {
    let expression: EventExpression
    do { expression = try EventExpression(text) } catch {
      throw Refusal("The condition '\(text)' is wrong in \(error).")
    }
    if let subject = absent.first(where: expression.asks(of:)) {
      throw Refusal(
        "The condition '\(text)' asks for \(subject), which \(what) here does not have.")
    }
    return expression
  }
}
