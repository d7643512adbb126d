internal import LivenStore
internal import TerminalUI

/// The tree of streams: what is unfolded in it, and which row is chosen.
struct StreamsPane: Sendable {
  var viewport = ListViewport()
  private(set) var nodes: [StreamNode] = [.all]
  /// The rows of what is not as it should be.
  var problems: [StreamNode] = []
  /// A part of the names of the streams that show, without regard to case.
  var filter: String?
  private var unfolded: Set<StreamNode> = []
  /// Categories of which every stream shows, not the first few.
  private var complete: Set<String> = []

  var chosen: StreamNode { nodes.indices.contains(viewport.cursor) ? nodes[viewport.cursor] : .all }

  func isUnfolded(_ node: StreamNode) -> Bool { unfolded.contains(node) }

  /// Lays the tree out anew; the chosen row stays.
  mutating func layOut(_ catalog: StoreCatalog, preview: Int) {
    let kept = chosen
    defer {
      viewport.setCount(nodes.count)
      let index =
        nodes.firstIndex(of: kept)
        ?? kept.scope.flatMap { scope in
          nodes.firstIndex { $0.scope == scope }
        }
      if let index { viewport.go(to: index) }
    }
    if let part = filter?.lowercased() {
      let streams = catalog.streams.filter { $0.name.description.lowercased().contains(part) }
      nodes = [.all] + streams.map { .stream($0.name, isInCategory: false) }
      return
    }
    nodes = [.all, .types]
    if unfolded.contains(.types) { nodes += catalog.typeSummaries.map { .type($0.type) } }
    for category in catalog.categories { add(category, catalog, preview) }
    nodes += problems
  }

  private mutating func add(_ category: CategorySummary, _ catalog: StoreCatalog, _ preview: Int) {
    if category.streamCount == 1, let name = StreamName(category.name),
      catalog.stream(named: name) != nil
    {
      nodes.append(.stream(name, isInCategory: false))
      return
    }
    nodes.append(.category(category.name))
    guard unfolded.contains(.category(category.name)) else { return }
    let streams = catalog.streams(in: category.name)
    let shown = complete.contains(category.name) ? streams.count : preview
    nodes += streams.prefix(shown).map { .stream($0.name, isInCategory: true) }
    if streams.count > shown {
      nodes.append(.more(category: category.name, streams.count - shown))
    }
  }

  mutating func setUnfolded(_ isUnfolded: Bool, _ node: StreamNode) {
    if isUnfolded { unfolded.insert(node) } else { unfolded.remove(node) }
  }

  mutating func showAll(of category: String) { complete.insert(category) }

  /// Chooses a row that shows.
  mutating func choose(_ node: StreamNode) {
    if let index = nodes.firstIndex(of: node) { viewport.go(to: index) }
  }

  /// Chooses the row that stands for a list of events, if there is one.
  mutating func choose(_ scope: EventScope, _ catalog: StoreCatalog, preview: Int) {
    if case .stream(let name) = scope { return choose(name, catalog, preview: preview) }
    if let index = nodes.firstIndex(where: { $0.scope == scope }) { viewport.go(to: index) }
  }

  /// Chooses a stream and unfolds its category.
  mutating func choose(_ name: StreamName, _ catalog: StoreCatalog, preview: Int) {
    unfolded.insert(.category(name.category))
    layOut(catalog, preview: preview)
    if !nodes.contains(.stream(name, isInCategory: true)), catalog.stream(named: name) != nil {
      complete.insert(name.category)
      layOut(catalog, preview: preview)
    }
    let index = nodes.firstIndex { $0.scope == .stream(name) }
    if let index { viewport.go(to: index) }
  }
}
