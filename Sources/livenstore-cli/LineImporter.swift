import LivenStore

/// Turns lines into events and stores them.
struct LineImporter {
  private let store: JSONEventStore
  private var sequence = ULIDSequence()
  private var newCount = 0
  private var oldCount = 0
  private var linkCount = 0

  init(store: JSONEventStore) { self.store = store }

  /// What was done so far, in words.
  var summary: String {
    "\(newCount) events, \(linkCount) links" + (oldCount > 0 ? "; \(oldCount) were there" : "")
  }

  mutating func take(_ line: [UInt8]) throws {
    let value: JSONValue
    do { value = try JSONParser.parse(line) } catch {
      throw Refusal("not JSON: column \(error.column): \(error.reason).")
    }
    guard case .object = value else { throw Refusal("not a JSON object.") }
    guard let type = value["type"]?.string else { throw Refusal("no \"type\" in it.") }
    let streams = try LineImporter.streams(of: value)
    let event = Event(
      id: try id(of: value), type: EventType(type), payload: try LineImporter.payload(of: value))
    if try store.append(event).isNew { newCount += 1 } else { oldCount += 1 }
    // Links may go anywhere in a stream: lines need not be in the order of ids.
    for stream in streams where try store.link(event.id, to: stream) { linkCount += 1 }
  }

  private mutating func id(of value: JSONValue) throws -> EventID {
    if let id = value["id"] {
      guard let text = id.string else { throw Refusal("its \"id\" is not a string.") }
      return try EventID(validating: text)
    }
    guard let time = value["time"] else { return try ULIDGenerator.shared.next() }
    guard let text = time.string, let milliseconds = Timestamp.milliseconds(rfc3339: text),
      milliseconds >= 0
    else { throw Refusal("its \"time\" is no time such as 2024-04-23T10:30:59Z.") }
    return EventID(sequence.next(milliseconds: UInt64(milliseconds)))
  }

  private static func streams(of value: JSONValue) throws -> [StreamName] {
    guard let streams = value["streams"] else { return [] }
    guard case .array(let names) = streams else { throw Refusal("its \"streams\" is no array.") }
    return try names.map { name in
      guard let text = name.string else { throw Refusal("a stream's name is not a string.") }
      return try StreamName(validating: text)
    }
  }

  private static func payload(of value: JSONValue) throws -> [UInt8] {
    if let text = value["payload_base64"]?.string {
      guard let bytes = Base64Text.decoded(text) else {
        throw Refusal("its \"payload_base64\" is not base 64.")
      }
      return bytes
    }
    return value["payload"].map { JSONWriter.bytes(of: $0) } ?? []
  }
}
