/// Appends that are all or nothing, as they stand in one file of `intents/` while they are under way.
///
/// The file's name is the commit: from then on whoever comes next completes what is written in it.
/// ```
/// 0  "LVNINT01"   8  checksum of the rest   12  number of appends, each:
///    number of streams, each: length, name;   number of events, each: length, the bytes of its file
/// ```
package struct Intent: Sendable, Equatable {
  package struct Unit: Sendable, Equatable {
    var streams: [StreamName]
    var events: [Event]

    package init(streams: [StreamName], events: [Event]) {
      self.streams = streams
      self.events = events
    }
  }

  private static let mark: [UInt8] = Array("LVNINT01".utf8)

  var units: [Unit]

  package init(units: [Unit]) { self.units = units }

  /// The ids that it links into a stream.
  func ids(in stream: StreamName) -> [EventID] {
    units.filter { $0.streams.contains(stream) }.flatMap { $0.events.map(\.id) }
  }

  /// The event of an id, if it is in here.
  func event(_ id: EventID) -> Event? {
    units.lazy.flatMap(\.events).first { $0.id == id }
  }

  /// All streams that it links into, in byte order.
  var streams: [StreamName] { Set(units.flatMap(\.streams)).sorted() }

  /// The bytes of its file.
  package var bytes: [UInt8] {
    var bytes = Intent.mark + [0, 0, 0, 0]
    bytes.append(number: UInt32(units.count))
    for unit in units {
      bytes.append(number: UInt32(unit.streams.count))
      for stream in unit.streams { bytes.append(counted: Array(stream.description.utf8)) }
      bytes.append(number: UInt32(unit.events.count))
      for event in unit.events {
        EventEnvelope.withBytes(of: event) { envelope in
          bytes.append(
            counted: (0..<envelope.byteCount).map { envelope.number(at: $0, UInt8.self) })
        }
      }
    }
    bytes.put(CRC32C.checksum(of: bytes, from: 12), at: 8)
    return bytes
  }

  /// Reads a file; `nil` if it is torn or none of ours.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 16, bytes.starts(with: Intent.mark),
      CRC32C.checksum(of: bytes, from: 12) == bytes.number(at: 8, UInt32.self)
    else { return nil }
    var reader = CountedReader(bytes: bytes, offset: 12)
    units = []
    for _ in 0..<(reader.count() ?? 0) {
      guard let unit = Intent.unit(&reader) else { return nil }
      units.append(unit)
    }
  }

  private static func unit(_ reader: inout CountedReader) -> Unit? {
    var unit = Unit(streams: [], events: [])
    guard let streams = reader.count() else { return nil }
    for _ in 0..<streams {
      guard let text = reader.string(),
        let name = StreamName(String(decoding: text, as: UTF8.self))
      else { return nil }
      unit.streams.append(name)
    }
    guard let events = reader.count() else { return nil }
    for _ in 0..<events {
      guard let envelope = reader.string(), let event = try? EventEnvelope.decode(envelope.span)
      else { return nil }
      unit.events.append(event)
    }
    return unit
  }
}

/// Reads numbers and byte strings with their lengths before them.
private struct CountedReader {
  let bytes: [UInt8]
  var offset: Int

  mutating func count() -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    return Int(bytes.number(at: offset, UInt32.self))
  }

  mutating func string() -> [UInt8]? {
    guard let count = count(), count <= bytes.count - offset else { return nil }
    defer { offset += count }
    return Array(bytes[offset..<(offset + count)])
  }
}

extension Array<UInt8> {
  fileprivate mutating func append(counted bytes: [UInt8]) {
    append(number: UInt32(bytes.count))
    append(contentsOf: bytes)
  }
}
