import LivenStore

/// Prints what a watcher tells.
struct TailFollower {
  private let store: JSONEventStore
  private let types: Set<EventType>
  private let stream: StreamName?
  /// The events to print that were there; `nil` for all.
  private let start: Set<EventID>?
  private let isJSON: Bool
  private var catalog = StoreCatalog()
  private var output = OutputBuffer()
  /// The streams of the batch's events as their appends have put them down.
  private var settled: [EventID: [StreamName]] = [:]

  init(
    store: JSONEventStore, types: Set<EventType>, stream: StreamName?, start: Set<EventID>?,
    isJSON: Bool
  ) {
    self.store = store
    self.types = types
    self.stream = stream
    self.start = start
    self.isJSON = isJSON
  }

  /// Takes a batch in, then prints.
  mutating func take(_ changes: [CatalogChange]) {
    let wasLoaded = catalog.isLoaded
    for change in changes { catalog.apply(change) }
    if wasLoaded { settled = [:] }
    settle(changes)
    for change in changes where wasLoaded { print(change) }
    if catalog.isLoaded, !wasLoaded { printStart() }
    output.flush()
  }

  /// An event's name comes before those of its links: the append that is giving them is waited for.
  private mutating func settle(_ changes: [CatalogChange]) {
    guard stream == nil || isJSON else { return }
    let ids = changes.flatMap { unsettled($0) }
    guard !ids.isEmpty else { return }
    settled.merge(store.settledStreams(of: ids), uniquingKeysWith: { $1 })
  }

  /// The events to which an append may be giving names while a change is told.
  private func unsettled(_ change: CatalogChange) -> [EventID] {
    switch change {
    case .appended(let event): [event.id]
    case .loaded: catalog.order.suffix(16_384).map { catalog.id(at: Int($0)) }
    default: []
    }
  }

  private mutating func printStart() {
    if let start, start.isEmpty { return }
    let rows = stream.map { catalog.stream(named: $0)?.rows ?? [] } ?? catalog.order
    for row in rows {
      let id = catalog.id(at: Int(row))
      if start?.contains(id) ?? true { print(id) }
    }
  }

  private mutating func print(_ change: CatalogChange) {
    switch change {
    case .appended(let event) where stream == nil: print(event.id)
    case .linked(let id, let name) where name == stream: print(id)
    case .problem(let problem): Diagnostics.warn("\(problem.subject): \(problem.message).")
    case .storeGone(let sentence): Diagnostics.warn(sentence)
    default: break
    }
  }

  private mutating func print(_ id: EventID) {
    guard let row = catalog.row(of: id) else { return }
    if !types.isEmpty, let type = catalog.type(at: row), !types.contains(type) { return }
    guard let event = try? store.read(id) else { return }
    let streams = Set(catalog.streams(of: row)).union(settled[id] ?? [])
    output.line(event, streams: streams.sorted(), isJSON: isJSON)
  }
}
