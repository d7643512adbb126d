package import LivenStore

/// Which events the list shows.
package enum EventScope: Sendable, Hashable {
  case all
  case type(EventType)
  case category(String)
  case stream(StreamName)
  case problems

  /// Whether an event belongs to the list by itself, not by a link.
  func holds(_ event: TypedID) -> Bool {
    switch self {
    case .all: true
    case .type(let type): event.type == type
    case .category, .stream, .problems: false
    }
  }

  /// Whether a link into a stream puts its event in the list.
  func holds(_ stream: StreamName) -> Bool {
    switch self {
    case .stream(let name): name == stream
    case .category(let name): stream.category == name
    case .all, .type, .problems: false
    }
  }

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
