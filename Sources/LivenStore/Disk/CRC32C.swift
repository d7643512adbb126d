import CSystem

/// The checksum of files and rows: CRC-32C (Castagnoli; RFC 3720, appendix B.4).
enum CRC32C {
  /// The checksum of bytes that follow those of `seed`.
  static func checksum(of bytes: RawSpan, after seed: UInt32 = 0) -> UInt32 {
    unsafe bytes.withUnsafeBytes { unsafe livenstore_crc32c(seed, $0.baseAddress, $0.count) }
  }

  /// Says of each 64-byte row whether its checksum holds, and what it is.
  static func checkRows(_ rows: [UInt8], count: Int, seeds: [UInt64]) -> [LedgerRow.State] {
    precondition(rows.count >= count * 64)
    return unsafe [LedgerRow.State](unsafeUninitializedCapacity: count) { states, initialized in
      unsafe states.withMemoryRebound(to: UInt8.self) {
        unsafe livenstore_check_rows(rows, count, seeds, seeds.count, $0.baseAddress)
      }
      initialized = count
    }
  }

  /// The checksum of the bytes from an index on.
  static func checksum(of bytes: [UInt8], from start: Int = 0, after seed: UInt32 = 0) -> UInt32 {
    unsafe checksum(of: bytes.span.bytes.extracting(start...), after: seed)
  }
}
