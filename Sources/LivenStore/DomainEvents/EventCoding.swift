#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Payloads as JSON.
enum EventCoding {
  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      // What RFC 3339 can say: four digits of year.
      let milliseconds = (date.timeIntervalSince1970 * 1_000).rounded()
      guard (-62_167_219_200_000...253_402_300_799_999).contains(milliseconds) else {
        throw EncodingError.invalidValue(
          date,
          EncodingError.Context(
            codingPath: encoder.codingPath, debugDescription: "a date outside the years 0 to 9999"))
      }
      try container.encode(Timestamp.rfc3339(milliseconds: Int64(milliseconds)))
    }
    return encoder
  }()

  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let milliseconds = Timestamp.milliseconds(rfc3339: text) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "no RFC 3339 time")
      }
      return Date(timeIntervalSince1970: Double(milliseconds) / 1_000)
    }
    return decoder
  }()

  /// The JSON of a value, its members sorted by name.
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    Array(try encoder.encode(value))
  }

  /// Reads JSON.
  static func decode<Value: Decodable>(_ type: Value.Type, fromJSON bytes: [UInt8]) throws -> Value
  {
    try decoder.decode(type, from: Data(bytes.isEmpty ? Array("{}".utf8) : bytes))
  }

  /// Reads the payload of an event and says what is wrong with it without showing any of it.
  static func decode<Value: DomainEvent>(_ type: Value.Type, from event: Event) throws -> Value {
    do {
      return try decode(type, fromJSON: event.payload)
    } catch let error as DecodingError {
      throw EventStoreError.payload(of: event, isNo: String(describing: type), sentence(error))
    }
  }

  /// What is wrong, with names of members and none of their values.
  private static func sentence(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "'\(path(context.codingPath + [key]))' is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      "'\(path(context.codingPath))' is no \(type)"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "it is not JSON" : "'\(path(context.codingPath))' cannot be read"
    @unknown default: "it cannot be read"
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
  }
}
