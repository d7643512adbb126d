/// Which types and streams of a catalog have a name that is looked for: a name is asked about once, not
/// once for each event.
package struct CatalogNames: Sendable {
  private var types: [Bool] = []
  private var streams: [Bool] = []

  package init() {}

  /// Asks about the names that came since the last time.
  package mutating func extend(_ catalog: StoreCatalog, where holds: (String) -> Bool) {
    for type in catalog.types[types.count...] { types.append(holds(type.name)) }
    for entry in catalog.entries[streams.count...] { streams.append(holds(entry.name.description)) }
  }

  /// Whether the event of a row is of such a type, or in such a stream.
  package func hold(_ row: Int, of catalog: StoreCatalog) -> Bool {
    let type = Int(catalog.typeNumbers[row])
    return type > 0 && types[type - 1] || catalog.memberships.contains(row) { streams[$0] }
  }
}
