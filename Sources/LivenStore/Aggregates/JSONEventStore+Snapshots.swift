extension JSONEventStore: SnapshotStore {
  /// The last snapshot of a home stream, from `.livenstore/snapshots/`.
  public func snapshot(of stream: StreamName) async -> Snapshot? {
    guard let bytes = folder.readSnapshot(of: stream), let value = try? JSONParser.parse(bytes),
      let shape = value["shape"]?.string, case .number(let version)? = value["version"],
      let count = Int(version), let id = value["last_id"]?.string.flatMap({ EventID($0) }),
      let state = value["state"].map(JSONWriter.bytes),
      value["checksum"] == .number("\(CRC32C.checksum(of: state))")
    else { return nil }
    return Snapshot(shape: shape, version: count, lastID: id, state: state)
  }

  /// Keeps a snapshot in `.livenstore/snapshots/`; a store that cannot be written to keeps none.
  public func keep(_ snapshot: Snapshot, of stream: StreamName) async {
    guard let state = try? JSONParser.parse(snapshot.state) else { return }
    let written = JSONWriter.bytes(of: state)
    let value = JSONValue.object([
      JSONMember(name: "shape", value: .string(snapshot.shape)),
      JSONMember(name: "version", value: .number("\(snapshot.version)")),
      JSONMember(name: "last_id", value: .string(snapshot.lastID.description)),
      JSONMember(name: "checksum", value: .number("\(CRC32C.checksum(of: written))")),
      JSONMember(name: "state", value: state),
    ])
    folder.writeSnapshot(JSONWriter.bytes(of: value), of: stream)
  }
}
