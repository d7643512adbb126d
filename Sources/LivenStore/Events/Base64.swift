/// Standard base 64 with padding (RFC 4648, section 4), over raw buffers.
enum Base64 {
  private static let digits: [UInt8] = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Two digits for each 12 bits.
  private static let pairs: [UInt16] = (0..<4_096).map { value in
    UInt16(digits[value >> 6]) | UInt16(digits[value & 63]) << 8
  }

  /// The value of each byte as a digit, 255 where it is none.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// How many digits these bytes take.
  static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Writes the digits of `bytes` to `target` and returns their number.
  static func encode(_ bytes: Span<UInt8>, to target: UnsafeMutablePointer<UInt8>) -> Int {
    let pairs = pairs.span
    var read = 0
    var written = 0
    while read + 3 <= bytes.count {
      let group = Int(bytes[read]) << 16 | Int(bytes[read + 1]) << 8 | Int(bytes[read + 2])
      unsafe put(pairs[group >> 12], pairs[group & 4_095], at: target + written)
      read += 3
      written += 4
    }
    return unsafe written + encodeTail(bytes, from: read, to: target + written)
  }

  @inline(__always)
  private static func put(_ first: UInt16, _ second: UInt16, at target: UnsafeMutablePointer<UInt8>)
  {
    let four = UInt32(first) | UInt32(second) << 16
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: four.littleEndian, as: UInt32.self)
  }

  private static func encodeTail(
    _ bytes: Span<UInt8>, from read: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    guard read < bytes.count else { return 0 }
    let two = read + 1 < bytes.count
    let group = Int(bytes[read]) << 16 | (two ? Int(bytes[read + 1]) << 8 : 0)
    unsafe target[0] = digits[group >> 18]
    unsafe target[1] = digits[group >> 12 & 63]
    unsafe target[2] = two ? digits[group >> 6 & 63] : UInt8(ascii: "=")
    unsafe target[3] = UInt8(ascii: "=")
    return 4
  }

  /// The bytes of these digits, or the offset of the first byte that does not belong.
  static func decode(_ text: Span<UInt8>) -> Result<[UInt8], Base64Problem> {
    guard text.count % 4 == 0 else { return .failure(Base64Problem(offset: text.count)) }
    var body = text.count
    while body > max(0, text.count - 2), text[body - 1] == UInt8(ascii: "=") { body -= 1 }
    var problem: Int?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { target, count in
      var read = 0
      count = 0
      if let base = target.baseAddress {
        read = unsafe decodeGroups(text, to: body, base)
        count = read / 4 * 3
      }
      if read + 4 <= body {
        problem = (read..<read + 4).first { values[Int(text[$0])] > 63 }
        return
      }
      problem = unsafe decodeTail(text, from: read, to: body, target, &count)
    }
    return problem.map { .failure(Base64Problem(offset: $0)) } ?? .success(bytes)
  }

  /// Decodes groups of four digits up to the first that is none; returns where that is.
  private static func decodeGroups(
    _ text: Span<UInt8>, to body: Int, _ target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    unsafe values.withUnsafeBufferPointer { values in
      unsafe text.withUnsafeBufferPointer { text in
        var read = 0
        var written = unsafe target
        while read + 4 <= body {
          let a = unsafe values[Int(text[read])]
          let b = unsafe values[Int(text[read + 1])]
          let c = unsafe values[Int(text[read + 2])]
          let d = unsafe values[Int(text[read + 3])]
          guard (a | b | c | d) < 64 else { return read }
          unsafe written[0] = a << 2 | b >> 4
          unsafe written[1] = b << 4 | c >> 2
          unsafe written[2] = c << 6 | d
          unsafe written += 3
          read += 4
        }
        return read
      }
    }
  }

  /// Decodes the last two or three digits before the padding; returns the offset of a bad one.
  private static func decodeTail(
    _ text: Span<UInt8>, from read: Int, to body: Int, _ target: UnsafeMutableBufferPointer<UInt8>,
    _ count: inout Int
  ) -> Int? {
    guard read < body else { return nil }
    guard body - read >= 2 else { return read }
    var group = 0
    for index in read..<body {
      guard values[Int(text[index])] < 64 else { return index }
      group = group << 6 | Int(values[Int(text[index])])
    }
    group <<= 6 * (4 - (body - read))
    unsafe target[count] = UInt8(group >> 16 & 255)
    count += 1
    if body - read == 3 {
      unsafe target[count] = UInt8(group >> 8 & 255)
      count += 1
    }
    return nil
  }
}

/// Where base 64 text stops being base 64, as an offset in bytes.
struct Base64Problem: Error {
  let offset: Int
}
