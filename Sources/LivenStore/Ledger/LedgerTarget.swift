/// The memory of ``LedgerColumns`` while threads write to it, each where no other does.
@safe
struct LedgerTarget: Sendable {
  nonisolated(unsafe) let ulids: UnsafeMutableBufferPointer<ULID>
  nonisolated(unsafe) let types: UnsafeMutableBufferPointer<UInt32>
  nonisolated(unsafe) let linkEnds: UnsafeMutableBufferPointer<UInt32>
  nonisolated(unsafe) let streams: UnsafeMutableBufferPointer<UInt32>

  @inline(__always)
  func put(_ ulid: ULID, type: UInt32, at row: Int) {
    unsafe precondition(row < types.count)
    unsafe ulids[row] = ulid
    unsafe types[row] = type
  }

  @inline(__always)
  func put(linkEnd: Int, at row: Int) {
    unsafe precondition(row < linkEnds.count)
    unsafe linkEnds[row] = UInt32(linkEnd)
  }

  @inline(__always)
  func put(stream: UInt32, at link: Int) {
    unsafe precondition(link < streams.count)
    unsafe streams[link] = stream
  }
}
