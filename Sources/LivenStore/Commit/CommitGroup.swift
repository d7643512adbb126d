/// Appends that are committed together and share their syncs.
///
/// ```
/// lock the streams, check          refused here: nothing was done
/// write files and intent, sync     refused here: nothing has a name
/// name the intent, sync            the commit of all that is more than one event
/// name events and links, rows      the commit of single events
/// unlock, sync the folders         a failure from the commit on: outcome unknown
/// remove the intent
/// ```
struct CommitGroup {
  private struct Member {
    let unit: CommitUnit
    var isNew = false
    var version: Int?
    var outcome: Result<AppendResult, EventStoreError>?
  }

  let folder: StoreFolder
  private var members: [Member]
  private var present: [StreamName: [EventID]] = [:]
  private var newEvents: [EventID: Event] = [:]
  private var files: [EventID: PreparedFile] = [:]
  private var intents: [Intent] = []
  private var ownIntent: OwnIntent?
  private var isCommitted = false

  init(_ units: [CommitUnit], folder: StoreFolder) {
    self.folder = folder
    members = units.map { Member(unit: $0) }
  }

  /// Commits what can be committed and says what became of each append, in their order.
  mutating func run() -> [Result<AppendResult, EventStoreError>] {
    do throws(EventStoreError) {
      try folder.checkWritable()
      let streams = try openStreams()
      try folder.withLocks(of: streams[...]) { () throws(EventStoreError) in try commit() }
      try syncRetries()
      try folder.syncNames(in: streams)
      ownIntent?.remove(from: folder)
    } catch {
      fail(isCommitted ? error.asUnknown : error)
    }
    return members.map { member in
      member.outcome ?? .success(AppendResult(isNew: member.isNew, version: member.version))
    }
  }

  /// The folders of the streams; an append whose folders cannot be opened is refused alone.
  private mutating func openStreams() throws(EventStoreError) -> [StreamDirectory] {
    if members.contains(where: { !$0.unit.isSingle }) {
      _ = try folder.makeInnerFolder()
      try folder.completeOrphans()
    }
    var open: [StreamName: StreamDirectory] = [:]
    for index in members.indices {
      do {
        for name in members[index].unit.streams where open[name] == nil {
          open[name] = try folder.makeDirectory(of: name)
        }
      } catch {
        members[index].outcome = .failure(error)
      }
    }
    return open.keys.sorted().compactMap { open[$0] }
  }

  private mutating func fail(_ error: EventStoreError) {
    for index in members.indices where members[index].outcome == nil {
      var error = error
      if error.code == .outcomeUnknown { error.unsettledEvents = members[index].unit.events }
      members[index].outcome = .failure(error)
    }
  }

  private mutating func commit() throws(EventStoreError) {
    if members.contains(where: { !$0.unit.streams.isEmpty }) { intents = folder.openIntents() }
    for index in members.indices where members[index].outcome == nil {
      do { try accept(index) } catch { members[index].outcome = .failure(error) }
    }
    try writeFiles()
    try nameIntent()
    try place()
  }
}

extension CommitGroup {
  private mutating func accept(_ index: Int) throws(EventStoreError) {
    let unit = members[index].unit
    try AppendRules.checkOrder(unit.events, in: unit.streams.first)
    var fresh: [Event] = []
    for event in unit.events where try isNew(event) { fresh.append(event) }
    var isNew = !fresh.isEmpty
    for stream in unit.streams {
      let ids = try ids(in: stream)
      if stream == unit.streams.first {
        try AppendRules.check(unit.events, for: stream, holding: ids, expecting: unit.expected)
      }
      isNew = isNew || unit.events.contains { !ids.holdsSorted($0.id) }
      // Before the commit: what stands at a link's place must be that link, or nothing.
      for event in unit.events { try folder.checkPlace(of: event.id, in: stream) }
    }
    for event in fresh { newEvents[event.id] = event }
    for stream in unit.streams { add(unit.events, to: stream) }
    members[index].isNew = isNew
    members[index].version = unit.streams.first.flatMap { present[$0]?.count }
  }

  /// Whether an event is not stored yet; throws if another one has its id.
  private func isNew(_ event: Event) throws(EventStoreError) -> Bool {
    if let same = newEvents[event.id] {
      guard same == event else { throw .duplicate(event.id) }
      return false
    }
    guard folder.isNamed(event.id) else { return true }
    guard try folder.isStored(event) else { throw .duplicate(event.id) }
    return false
  }

  /// What a stream holds, with what is committed and not placed yet.
  private mutating func ids(in stream: StreamName) throws(EventStoreError) -> [EventID] {
    if let known = present[stream] { return known }
    var ids = try folder.placedIDs(in: stream)
    for intent in intents { ids.insertSorted(intent.ids(in: stream)) }
    present[stream] = ids
    return ids
  }

  private mutating func add(_ events: [Event], to stream: StreamName) {
    present[stream, default: []].insertSorted(events.map(\.id))
  }

  private var accepted: [Member] { members.filter { $0.outcome == nil && $0.isNew } }
}

extension CommitGroup {
  /// Writes what will get a name and syncs it, in one go.
  private mutating func writeFiles() throws(EventStoreError) {
    for member in accepted {
      for event in member.unit.events where files.count < Placement.chunkCount {
        guard newEvents[event.id] != nil, files[event.id] == nil else { continue }
        do {
          files[event.id] = try folder.prepare(event)
        } catch {
          throw .failed("store the event", "events/\(event.id).json", error)
        }
      }
    }
  }

  private mutating func nameIntent() throws(EventStoreError) {
    let units = accepted.filter { !$0.unit.isSingle }
      .map { Intent.Unit(streams: $0.unit.streams, events: $0.unit.events) }
    let descriptors = files.values.map(\.descriptor)
    guard let first = units.first?.events.first else {
      return try folder.syncFiles(descriptors, of: StoreLayout.events)
    }
    let intent = try folder.writeIntent(Intent(units: units), of: first.id)
    try folder.syncFiles(descriptors + [intent.nameless.file.number], of: StoreLayout.events)
    try folder.name(intent)
    ownIntent = intent
    isCommitted = true
    try folder.syncIntents()
  }

  private mutating func place() throws(EventStoreError) {
    var placement = Placement(folder: folder)
    for member in accepted {
      for event in member.unit.events {
        placement.add(event, member.unit.streams, file: files.removeValue(forKey: event.id))
      }
    }
    // What fails now may have happened in part, unless it is a single event whose name was refused.
    isCommitted = isCommitted || accepted.count > 1
    try placement.place()
    isCommitted = true
    resolve(placement.duplicates)
  }

  /// Another process took an id between our check and our naming.
  private mutating func resolve(_ duplicates: Set<EventID>) {
    for index in members.indices where members[index].outcome == nil {
      for event in members[index].unit.events where duplicates.contains(event.id) {
        if (try? folder.isStored(event)) != true {
          members[index].outcome = .failure(.duplicate(event.id))
        } else if members[index].unit.isSingle {
          members[index].isNew = false
        }
      }
    }
  }

  /// A retry promises what the first try would have: its events are synced again.
  private func syncRetries() throws(EventStoreError) {
    for member in members where member.outcome == nil && !member.isNew {
      for event in member.unit.events { try folder.syncEvent(event.id) }
    }
  }
}
