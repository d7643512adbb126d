/// What is odd about a file that is an event.
struct EventInspection {
  struct Remark {
    let code: String
    let level: VerificationFinding.Level
    let message: String
  }

  var head: EventHead
  var nameCount: Int
  var remarks: [Remark]
}

extension StoreFolder {
  /// Reads an event strictly: the whole of it, with what another reader might take otherwise.
  func inspect(_ id: EventID) throws(ReadProblem) -> EventInspection {
    let result: Result<EventInspection, ReadProblem> = try withFile(id) { bytes, size in
      do throws(EnvelopeProblem) {
        if bytes.indices.allSatisfy({ bytes[$0] == 0 }) {
          throw EnvelopeProblem("is filled with zeros: the power was lost", in: .size)
        }
        let event = try EventEnvelope.decode(bytes)
        guard event.id == id else { return .failure(.envelope(.otherID(id, event.id))) }
        let checksum = unsafe CRC32C.checksum(of: bytes.bytes)
        return .success(
          EventInspection(
            head: EventHead(id: id, type: event.type, sizeBytes: size, checksum: checksum),
            nameCount: 1, remarks: try EventEnvelope.remarks(on: bytes, event)))
      } catch {
        return .failure(.envelope(error))
      }
    }
    var inspection = try result.get()
    let status = try? id.withFileName { name throws(Errno) in
      try disk.status(of: name, in: events.number)
    }
    inspection.nameCount = status?.nameCount ?? 1
    return inspection
  }
}

extension EventEnvelope {
  /// What stands in a file beside what an event needs, or what another reader might take otherwise.
  fileprivate static func remarks(
    on bytes: Span<UInt8>, _ event: Event
  ) throws(EnvelopeProblem) -> [EventInspection.Remark] {
    let text = bytes.indices.map { bytes[$0] }
    guard let value = try? JSONParser.parse(text) else {
      throw EnvelopeProblem("is not strict JSON", in: .syntax)
    }
    guard case .object(let members) = value else { return [] }
    var remarks: [EventInspection.Remark] = []
    func warn(_ code: String, _ message: String) {
      remarks.append(.init(code: code, level: .warning, message: message))
    }
    if event.type.name.isEmpty { warn("V07", "its type is empty") }
    // The replacement character stands for half of a surrogate pair unless it was written itself.
    if event.type.name.contains("\u{FFFD}"),
      !String(decoding: text, as: UTF8.self).contains("\u{FFFD}")
    {
      warn("V06", "its type holds half of a surrogate pair")
    }
    switch value["payload"] {
    case .null?: warn("V08", "its payload is null")
    case nil: warn("V08", "has no payload")
    case .string(let written)? where written != Base64Text.encoded(event.payload):
      warn("V08", "its payload is base 64 with bits that count for nothing")
    default: break
    }
    let further = members.filter { !["id", "type", "payload"].contains($0.name) }
    if !further.isEmpty {
      let message = "has \(further.count) further members"
      remarks.append(.init(code: "V07", level: .info, message: message))
    }
    return remarks
  }
}
