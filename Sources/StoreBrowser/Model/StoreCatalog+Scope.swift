internal import LivenStore

extension StoreCatalog {
  /// The rows that a list shows, in id order.
  func rows(of scope: EventScope) -> [UInt32] {
    switch scope {
    case .all: order
    case .type(let type): rows(of: type)
    case .stream(let name): stream(named: name)?.rows ?? []
    case .category(let name): rows(inCategory: name)
    case .problems: []
    }
  }
}
