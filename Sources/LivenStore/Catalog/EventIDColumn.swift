/// Ids by row: 16 bytes each where they are ULIDs.
///
/// What it was made of stays where it is when ids are added, so that copies share it.
struct EventIDColumn: Sendable {
  private let base: Part
  private var tail = Part.ulids([])
  private let baseCount: Int
  private(set) var count: Int

  /// Ids in one of two forms: 32 bytes each as soon as one of them is no ULID in upper case.
  fileprivate enum Part {
    case ulids([ULID])
    case any([EventID])
  }

  init() { self.init(ulids: []) }

  init(ulids: [ULID]) {
    base = .ulids(ulids)
    (baseCount, count) = (ulids.count, ulids.count)
  }

  init(_ ids: [EventID]) {
    let ulids = ids.compactMap { ULID(exactly: $0) }
    base = ulids.count == ids.count ? .ulids(ulids) : .any(ids)
    (baseCount, count) = (ids.count, ids.count)
  }

  subscript(row: Int) -> EventID { row < baseCount ? base[row] : tail[row - baseCount] }

  mutating func append(_ id: EventID) {
    tail.append(id)
    count += 1
  }

  /// An id that is looked for.
  struct Key {
    let id: EventID
    let ulid: ULID?

    init(_ id: EventID) {
      self.id = id
      ulid = ULID(exactly: id)
    }
  }

  /// Whether the id of a row sorts before another one.
  func isBefore(_ row: Int, _ key: Key) -> Bool {
    row < baseCount ? base.isBefore(row, key) : tail.isBefore(row - baseCount, key)
  }

  /// The ids by row; `nil` if some are no ULIDs in upper case, or were appended.
  var ulids: [ULID]? { if case .ulids(let ulids) = base, baseCount == count { ulids } else { nil } }
}

extension EventIDColumn.Part {
  subscript(place: Int) -> EventID {
    switch self {
    case .ulids(let ulids): EventID(ulids[place])
    case .any(let ids): ids[place]
    }
  }

  func isBefore(_ place: Int, _ key: EventIDColumn.Key) -> Bool {
    if let ulid = key.ulid, case .ulids(let ulids) = self { return ulids[place] < ulid }
    return self[place] < key.id
  }

  mutating func append(_ id: EventID) {
    switch self {
    case .ulids(var ulids):
      self = .ulids([])
      guard let ulid = ULID(exactly: id) else {
        self = .any(ulids.map { EventID($0) } + [id])
        return
      }
      ulids.append(ulid)
      self = .ulids(ulids)
    case .any(var ids):
      self = .ulids([])
      ids.append(id)
      self = .any(ids)
    }
  }
}
