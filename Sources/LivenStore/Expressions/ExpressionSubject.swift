/// What an expression is asked of: an event, with its payload or with the state that it made.
package struct ExpressionSubject: Sendable {
  package var type: EventType
  package var id: EventID
  package var streams: [StreamName]
  package var version: Int?
  /// What paths lead into.
  package var tree: JSONValue

  package init(
    type: EventType, id: EventID, streams: [StreamName] = [], version: Int? = nil, tree: JSONValue
  ) {
    self.type = type
    self.id = id
    self.streams = streams
    self.version = version
    self.tree = tree
  }

  /// The values of a subject; several of `stream`, none where there is none.
  func values(of subject: EventExpression.Subject) -> [JSONValue] {
    switch subject {
    case .type: [.string(type.name)]
    case .id: [.string(id.description)]
    case .time:
      id.timeMilliseconds.map { [.string(Timestamp.rfc3339(milliseconds: $0))] } ?? []
    case .stream: streams.map { .string($0.description) }
    case .version: version.map { [.number("\($0)")] } ?? []
    case .path(let path): path.value(in: tree).map { [$0] } ?? []
    }
  }
}
