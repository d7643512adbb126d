/// Looks for the rows of many ids of one catalog.
///
/// A search through a million ids waits for memory at every step. Of ULIDs whose rows are in order, as those of
/// a listing are, every 64th stays in the processor's cache, and those between two of them are near together.
package struct RowFinder: Sendable {
  private let catalog: StoreCatalog
  /// The ids by row if they are in order; empty if not.
  private let ulids: [ULID]
  private let blocks: [ULID]

  private static let blockCount = 64

  package init(_ catalog: StoreCatalog) {
    self.catalog = catalog
    let isOrdered = catalog.order.indices.allSatisfy { catalog.order[$0] == UInt32($0) }
    let ulids = (isOrdered ? catalog.ids.ulids : nil) ?? []
    self.ulids = ulids
    blocks = stride(from: 0, to: ulids.count, by: RowFinder.blockCount).map { ulids[$0] }
  }

  /// The rows of ids, `nil` where there is none.
  func rows(of others: EventIDColumn) -> [UInt32?] {
    if let others = others.ulids, !ulids.isEmpty { return others.map { row(of: $0) } }
    return (0..<others.count).map { row(of: others[$0]) }
  }

  /// The row of an event; `nil` if there is none.
  package func row(of id: EventID) -> UInt32? {
    if !ulids.isEmpty, let ulid = ULID(exactly: id) { return row(of: ulid) }
    return catalog.row(of: id).map { UInt32($0) }
  }

  private func row(of ulid: ULID) -> UInt32? {
    // It is in the last block that begins before it, or begins the next one.
    let block = blocks.partitioningIndex { $0 >= ulid }
    let end = min(block * RowFinder.blockCount, ulids.count)
    var row = max(0, block - 1) * RowFinder.blockCount
    // Ids come at an even pace more often than not.
    row += RowFinder.guess(
      of: ulid, after: ulids[row], before: block < blocks.count ? blocks[block] : nil)
    row = min(row, ulids.count - 1)
    while row > 0, ulids[row] >= ulid { row -= 1 }
    while row < end, ulids[row] < ulid { row += 1 }
    return row < ulids.count && ulids[row] == ulid ? UInt32(row) : nil
  }

  /// About how far an id is from the first one of its block.
  private static func guess(of ulid: ULID, after start: ULID, before end: ULID?) -> Int {
    guard let end, end.high > start.high, ulid.high > start.high else { return 0 }
    let part = Double(ulid.high - start.high) / Double(end.high - start.high)
    return Int(part * Double(blockCount))
  }
}
