internal import LivenStore

/// A row of the stream tree.
enum StreamNode: Hashable {
  case all
  case types
  case type(EventType)
  case category(String)
  case stream(StreamName, isInCategory: Bool)
  /// So many more streams of a category, which `Enter` shows.
  case more(category: String, Int)
  /// Something that is not as it should be in a stream or a folder.
  case problem(String, errors: Int, warnings: Int)

  /// What the events list shows for it.
  var scope: EventScope? {
    switch self {
    case .all: .all
    case .type(let type): .type(type)
    case .category(let name): .category(name)
    case .stream(let name, _): .stream(name)
    case .problem: .problems
    case .types, .more: nil
    }
  }
}
