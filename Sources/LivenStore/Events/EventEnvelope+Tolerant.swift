extension EventEnvelope {
  /// Reads what any writer may have written: members in any order, further members, white space,
  /// every escape, `null` for no payload.
  static func decodeTolerantly(_ bytes: Span<UInt8>) throws(EnvelopeProblem) -> Event {
    let members: JSONValue
    do {
      members = try JSONParser.parse(bytes.indices.map { bytes[$0] })
    } catch {
      throw EnvelopeProblem(
        "not JSON: line \(error.line), column \(error.column)", in: .syntax,
        mayBeUnfinished: error.isAtEnd)
    }
    guard case .object(let object) = members else {
      throw EnvelopeProblem("is not a JSON object", in: .syntax)
    }
    for name in ["id", "type", "payload"] where object.count(where: { $0.name == name }) > 1 {
      throw EnvelopeProblem("its member '\(name)' stands there twice", in: .syntax)
    }
    guard let id = members["id"]?.string else { throw EnvelopeProblem("has no id") }
    guard let name = EventID(exactly: Array(id.utf8).span) else {
      throw EnvelopeProblem("its id is no event id")
    }
    guard let type = members["type"]?.string else { throw EnvelopeProblem("has no type") }
    return Event(id: name, type: EventType(type), payload: try payload(members["payload"]))
  }

  private static func payload(_ value: JSONValue?) throws(EnvelopeProblem) -> [UInt8] {
    switch value {
    case nil, .null?: return []
    case .string(let text)?:
      switch Base64.decode(Array(text.utf8).span) {
      case .success(let payload): return payload
      case .failure(let problem):
        throw EnvelopeProblem(
          "payload is not base64 (character \(problem.offset + 1))", in: .payload)
      }
    default: throw EnvelopeProblem("its payload is not a string", in: .payload)
    }
  }
}
