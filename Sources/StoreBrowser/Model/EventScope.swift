package import LivenStore

/// Which events the list shows.
package enum EventScope: Sendable, Hashable {
  case all
  case type(EventType)
  case category(String)
  case stream(StreamName)
  case problems

  /// The words for the breadcrumb.
  var label: String {
    switch self {
    case .all: "all events"
    case .type(let type): "type \(type)"
    case .category(let name): "category \(name)"
    case .stream(let name): name.description
    case .problems: "problems"
    }
  }
}
