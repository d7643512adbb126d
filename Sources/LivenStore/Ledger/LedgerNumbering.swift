/// The names of a ledger as a catalog numbers them: types and streams each from 1 on, without gaps.
struct LedgerNumbering: Sendable {
  private(set) var types: [EventType] = []
  private(set) var streams: [StreamName] = []
  /// By the name's number in the ledger; 0 where there is no such name.
  private(set) var numberOfType: [UInt32] = []
  private(set) var numberOfStream: [UInt32] = []

  /// The number of a row's name; 0 if there is none.
  @inline(__always)
  func number(of row: LedgerRow) -> UInt32 {
    let numbers = row.kind == .event ? numberOfType : numberOfStream
    return Int(row.name) < numbers.count ? numbers[Int(row.name)] : 0
  }

  init(_ names: NameTable) {
    numberOfType = [UInt32](repeating: 0, count: names.seeds.count)
    numberOfStream = numberOfType
    var known: [EventType: UInt32] = [:]
    for (number, text) in names.all(.event) {
      let type = EventType(text)
      if known[type] == nil {
        types.append(type)
        known[type] = UInt32(types.count)
      }
      numberOfType[Int(number)] = known[type] ?? 0
    }
    takeStreams(names)
  }

  private mutating func takeStreams(_ names: NameTable) {
    var known: [StreamName: UInt32] = [:]
    for (number, text) in names.all(.link) {
      guard let name = StreamName(text) else { continue }
      if known[name] == nil {
        streams.append(name)
        known[name] = UInt32(streams.count)
      }
      numberOfStream[Int(number)] = known[name] ?? 0
    }
  }
}
