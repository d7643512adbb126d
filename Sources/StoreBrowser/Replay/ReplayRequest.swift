package import LivenStore

/// What a replay asks of its desk.
package enum ReplayRequest: Sendable, Hashable {
  /// Replay other events, or by something else; answers carry the number.
  case open(number: Int, ReplaySource, [ReplayEntry], place: Int)
  /// The events are others now; what both lists begin with alike is still true.
  case show(number: Int, [ReplayEntry], place: Int)
  /// The step that made a place; only the latest counts.
  case step(Int)
  /// Ask something of every step.
  case ask(ReplayQuestion)
  /// Forget a question.
  case forget(ReplayQuestion.Kind)
  /// Leave what is under way as it is.
  case stop
  case close
}

/// What can be asked of every step.
package enum ReplayQuestion: Sendable, Hashable {
  /// Which ones changed a value.
  case history(StatePath)
  /// Behind which one something holds first.
  case holds(EventExpression)
  /// Which ones hold a text in their type, id, payload, or in what they changed.
  case text(TextPattern)

  /// Of each kind one question is asked at a time.
  package enum Kind: Sendable, Hashable {
    case history
    case holds
    case text
  }

  var kind: Kind {
    switch self {
    case .history: .history
    case .holds: .holds
    case .text: .text
    }
  }
}

/// A step that a question asked for, with the value that was asked of before and after it.
package struct ReplayHit: Sendable, Hashable {
  package let place: Int
  package var old: JSONValue?
  package var new: JSONValue?
}

/// What the desk answers.
package struct ReplayAnswer: Sendable {
  package enum Content: Sendable {
    case step(place: Int, TimelineStep<JSONValue>)
    /// Places up to `to` are at hand; why some behind `from` were not applied.
    case reached(from: Int, to: Int, failures: [Int: String])
    /// What was found behind `from` and up to `to`.
    case found(ReplayQuestion, from: Int, to: Int, [ReplayHit])
    /// It cannot go on.
    case failed(String)
  }

  /// The number of the request whose events it is about.
  package let number: Int
  package let content: Content
}
