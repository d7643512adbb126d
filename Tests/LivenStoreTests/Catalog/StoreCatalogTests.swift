import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Catalogs")
struct StoreCatalogTests {
  private static let letters = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")

  /// Ids of all kinds: ULIDs, what differs from one in a character or two, and others.
  private static func ids(_ count: Int, _ random: inout RepeatableRandom) throws -> [EventID] {
    var ids: Set<EventID> = []
    while ids.count < count {
      let ulid = ULID(
        milliseconds: .random(in: 0..<1 << 48, using: &random), randomHigh: 7,
        randomLow: .random(in: 0...UInt64.max, using: &random))
      var text = Array(ulid.description)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        text[Int.random(in: 0..<26, using: &random)] = try #require(
          letters.randomElement(using: &random))
      }
      let length = Bool.random(using: &random) ? 26 : Int.random(in: 1...26, using: &random)
      // Only what a file's name holds: a person's lower case means upper case.
      if let id = EventID(String(text.prefix(length))) { ids.insert(id) }
    }
    return ids.sorted()
  }

  @Test("an id comes back as it was and is found, whatever it is like")
  func ids() throws {
    var random = RepeatableRandom(seed: 11)
    let ids = try Self.ids(5_000, &random)
    for kept in [ids, ids.filter { $0.ulid != nil }] {
      var (catalog, first) = (StoreCatalog(sorted: kept), kept.count)
      #expect(kept.indices.allSatisfy { catalog.id(at: $0) == kept[$0] })
      #expect(kept.indices.allSatisfy { catalog.row(of: kept[$0]) == $0 })
      #expect(ids.allSatisfy { catalog.row(of: $0) != nil || !kept.contains($0) })
      for id in ids.shuffled(using: &random) where catalog.row(of: id) == nil {
        catalog.apply(.appended(TypedID(id: id, type: "T")))
        #expect(catalog.row(of: id) == first)
        first += 1
      }
      #expect(catalog.order.map { catalog.id(at: Int($0)) } == ids)
    }
  }

  @Test("links that were there and links that come, with rows that have none")
  func links() throws {
    let events = try (0..<200).map { try Event(type: EventType("T\($0 % 3)"), payload: "\($0)") }
    let typed = events.map { TypedID(id: $0.id, type: $0.type) }
    let first = StreamListing(
      name: "a-1", ids: stride(from: 0, to: 100, by: 3).map { typed[$0].id })
    var catalog = StoreCatalog(of: Array(typed[..<100]), in: [first])
    for event in typed[100...] { catalog.apply(.appended(event)) }
    for index in stride(from: 1, to: 200, by: 2) {
      catalog.apply(.linked(typed[index].id, to: "b-1"))
      catalog.apply(.linked(typed[index].id, to: "b-1"))
    }
    for row in 0..<200 {
      let expected: [StreamName] =
        (row < 100 && row % 3 == 0 ? ["a-1"] : []) + (row % 2 == 1 ? ["b-1"] : [])
      #expect(catalog.streams(of: row) == expected)
    }
    #expect(catalog.categories.map(\.eventCount) == [34, 100])
    #expect(catalog.typeSummaries.map(\.count) == [67, 67, 66])
  }
}
