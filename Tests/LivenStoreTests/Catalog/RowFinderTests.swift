import LivenStore
import LivenStoreTestSupport
import Testing

@Suite("Rows of many ids")
struct RowFinderTests {
  /// Ids that come evenly, in bursts of one millisecond, and far apart.
  private static func ulids(_ count: Int, _ random: inout RepeatableRandom) -> [ULID] {
    var ulids: [ULID] = []
    while ulids.count < count {
      let milliseconds = UInt64.random(in: 0..<1 << [10, 30, 48][ulids.count % 3], using: &random)
      var ulid = ULID(
        milliseconds: milliseconds, randomHigh: 3, randomLow: .random(in: 0...9, using: &random))
      for _ in 0..<Int.random(in: 1...200, using: &random) {
        ulids.append(ulid)
        ulid = ulid.successor ?? ulid
      }
    }
    return Array(Set(ulids)).sorted()
  }

  @Test(
    "each id is found in its row, and none that is not there", arguments: [0, 1, 64, 65, 10_000])
  func rows(count: Int) throws {
    var random = RepeatableRandom(seed: UInt64(count))
    let ids = Self.ulids(count * 2, &random).map { EventID($0) }
    let kept = Array(ids.filter { _ in Bool.random(using: &random) }.prefix(count))
    let catalog = StoreCatalog(sorted: kept)
    let finder = RowFinder(catalog)
    let others = ["odd", "0000000000000000000000000U", "~"].compactMap { EventID($0) }
    for id in ids + others { #expect(finder.isRight(of: id, in: catalog)) }
  }

  @Test("of a catalog that grew, and of one that holds other names")
  func others() throws {
    var random = RepeatableRandom(seed: 3)
    let ids = Self.ulids(500, &random).map { EventID($0) }
    var grown = StoreCatalog(sorted: Array(ids[100...]))
    for id in ids[..<100] { grown.apply(.appended(TypedID(id: id, type: "T"))) }
    let odd = try EventID(validating: "odd")
    let mixed = StoreCatalog(sorted: (ids[..<50] + [odd]).sorted())
    for catalog in [grown, mixed] {
      let finder = RowFinder(catalog)
      for id in ids + [odd] { #expect(finder.isRight(of: id, in: catalog)) }
    }
  }
}

extension RowFinder {
  /// Whether it says what a search through the catalog says.
  fileprivate func isRight(of id: EventID, in catalog: StoreCatalog) -> Bool {
    row(of: id).map { Int($0) } == catalog.row(of: id)
  }
}
