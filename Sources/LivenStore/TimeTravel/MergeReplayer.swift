/// Merges the fields of payloads in order, where nothing is known of the domain.
///
/// It is no state of a domain: a field has the value that a payload gave it last.
package struct MergeReplayer: Replayer {
  package private(set) var state = JSONValue.object([])

  package init() {}

  package mutating func apply(_ event: Event) throws {
    if event.payload.isEmpty { return }
    guard let payload = try? JSONParser.parse(event.payload), case .object(let new) = payload,
      case .object(var members) = state
    else { throw NoObject() }
    for member in new {
      if let index = members.firstIndex(where: { $0.name == member.name }) {
        members[index] = member
      } else {
        members.append(member)
      }
    }
    state = .object(members)
  }

  package static func tree(of state: JSONValue) -> JSONValue { state }

  private struct NoObject: Error, CustomStringConvertible {
    let description = "its payload is no JSON object: there is nothing to merge"
  }
}
