/// Merges the fields of payloads in order, where nothing is known of the domain.
///
/// It is no state of a domain: a field has the value that a payload gave it last.
package struct MergeReplayer: Replayer {
  package var state: JSONValue { .object(members) }

  private var members: [JSONMember] = []
  private var places: [String: Int] = [:]

  package init() {}

  package func prepare(_ event: Event) throws -> [JSONMember] {
    if event.payload.isEmpty { return [] }
    guard let payload = try? JSONParser.parse(event.payload), case .object(let new) = payload
    else { throw NoObject() }
    return new
  }

  package mutating func apply(_ new: [JSONMember]) throws {
    for member in new {
      if let place = places[member.name] {
        members[place] = member
      } else {
        places[member.name] = members.count
        members.append(member)
      }
    }
  }

  package static func tree(of state: JSONValue) -> JSONValue { state }

  private struct NoObject: Error, CustomStringConvertible {
    let description = "its payload is no JSON object: there is nothing to merge"
  }
}
