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
        if event.type.name.isEmpty { throw EnvelopeProblem("its type is empty") }
        let checksum = unsafe CRC32C.checksum(of: bytes.bytes)
        return .success(
          EventInspection(
            head: EventHead(id: id, type: event.type, sizeBytes: size, checksum: checksum),
            nameCount: 1, remarks: try EventEnvelope.remarks(on: bytes)))
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
  /// What stands in a file beside what an event needs.
  fileprivate static func remarks(
    on bytes: Span<UInt8>
  ) throws(EnvelopeProblem) -> [EventInspection.Remark] {
    guard let value = try? JSONParser.parse(bytes.indices.map { bytes[$0] }) else {
      throw EnvelopeProblem("is not strict JSON", in: .syntax)
    }
    guard case .object(let members) = value else { return [] }
    var remarks: [EventInspection.Remark] = []
    switch value["payload"] {
    case .null?:
      remarks.append(.init(code: "V08", level: .warning, message: "its payload is null"))
    case nil:
      remarks.append(.init(code: "V08", level: .warning, message: "has no payload"))
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
