extension Array<UInt8> {
  /// Writes a number, its low byte first.
  mutating func put(_ number: some FixedWidthInteger & UnsignedInteger, at offset: Int) {
    for index in 0..<(number.bitWidth / 8) {
      self[offset + index] = UInt8(truncatingIfNeeded: number >> (index * 8))
    }
  }

  /// Reads a number whose low byte stands first; the bytes must be there.
  func number<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    at offset: Int, _ type: Number.Type
  ) -> Number {
    unsafe span.bytes.number(at: offset, type)
  }

  /// Adds a number at the end, its low byte first.
  mutating func append(number: some FixedWidthInteger & UnsignedInteger) {
    append(contentsOf: repeatElement(0, count: number.bitWidth / 8))
    put(number, at: count - number.bitWidth / 8)
  }
}

extension RawSpan {
  /// Reads a number whose low byte stands first; the bytes must be there.
  @inline(__always)
  func number<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
    at offset: Int, _ type: Number.Type
  ) -> Number {
    precondition(offset >= 0 && offset + MemoryLayout<Number>.size <= byteCount)
    return Number(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: type))
  }
}
