internal import LivenStore

/// Payloads that were read once, by the row of their event, within a budget of bytes.
///
/// What came first stays: whoever searches twice looks at the same events in the same order, and of a
/// store that is larger than the budget a part is known, not always another one. Events never change.
final class PayloadCache: Sendable {
  /// The payloads of some rows that follow each other: few large arrays instead of one for each.
  private struct Block: Sendable {
    var bytes: [UInt8] = []
    /// Where each payload begins, one more than that; 0 where there is none.
    var starts = [UInt32](repeating: 0, count: PayloadCache.blockRows)
    var ends = [UInt32](repeating: 0, count: PayloadCache.blockRows)
  }

  private static let blockRows = 256
  /// What a block takes beside its payloads.
  private static let blockBytes = blockRows * 8 + 64
  /// Threads that look at different blocks seldom wait for each other.
  private static let shardCount = 64

  private let shards: [Monitor<[Block?]>]
  private let restBytes: Monitor<Int>

  init(budgetBytes: Int) {
    shards = (0..<PayloadCache.shardCount).map { _ in Monitor([]) }
    restBytes = Monitor(budgetBytes)
  }

  /// What `body` makes of a payload; `nil` if it is not kept.
  func withPayload<Result>(of row: UInt32, _ body: (Span<UInt8>) -> Result) -> Result? {
    let (shard, index, place) = PayloadCache.place(of: row)
    // The block is shared, not copied, so that nobody waits while it is looked at.
    let block = shards[shard].withLock { $0.indices.contains(index) ? $0[index] : nil }
    guard let block, block.starts[place] > 0 else { return nil }
    return body(block.bytes.span.extracting(Int(block.starts[place] - 1)..<Int(block.ends[place])))
  }

  /// Keeps a payload if there is room for it.
  func keep(_ payload: [UInt8], of row: UInt32) {
    let (shard, index, place) = PayloadCache.place(of: row)
    shards[shard].withLock { blocks in
      let isNew = !blocks.indices.contains(index) || blocks[index] == nil
      guard take(payload.count + (isNew ? PayloadCache.blockBytes : 0)) else { return }
      while blocks.count <= index { blocks.append(nil) }
      var block = blocks[index] ?? Block()
      blocks[index] = nil
      block.starts[place] = UInt32(block.bytes.count + 1)
      block.bytes += payload
      block.ends[place] = UInt32(block.bytes.count)
      blocks[index] = block
    }
  }

  private func take(_ count: Int) -> Bool {
    restBytes.withLock { rest in
      guard count <= rest else { return false }
      rest -= count
      return true
    }
  }

  private static func place(of row: UInt32) -> (shard: Int, index: Int, place: Int) {
    let block = Int(row) / blockRows
    return (block % shardCount, block / shardCount, Int(row) % blockRows)
  }
}
