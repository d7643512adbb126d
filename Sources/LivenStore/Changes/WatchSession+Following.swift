extension WatchSession {
  /// Waits at most a second for something to happen and returns it, in order.
  mutating func next() -> [CatalogChange] {
    let isHurried = !unfinished.isEmpty
    var changes: [CatalogChange] = []
    if let notifier, notifier.wait(timeoutMilliseconds: isHurried ? 20 : 1_000) {
      let notices = notifier.notices()
      for notice in notices { take(notice, &changes) }
      // A burst is cheaper in larger pieces, and 5 ms are not seen.
      if notices.count > 200 { SystemClock.sleep(milliseconds: 5) }
    } else if notifier == nil {
      SystemClock.sleep(milliseconds: isHurried ? 20 : 1_000)
    }
    retryUnfinished(&changes)
    retryUnlisted(&changes)
    if case .polling = mode { compareChanged(&changes) }
    if changes.isEmpty { checkPath(&changes) }
    return changes
  }

  private mutating func take(_ notice: ChangeNotifier.Notice, _ changes: inout [CatalogChange]) {
    switch notice {
    case .overflow: changes += compareWithFolders()
    case .folderGone(let watch):
      if let stream = streamOfWatch.removeValue(forKey: watch) { folder.forget(stream) }
    case .name(let name, let watch) where watch == eventsWatch:
      if let id = EventID(fileName: name.span) { takeEvent(id, &changes) }
    case .name(let name, let watch) where watch == streamsWatch:
      if let stream = StreamName(String(decoding: name, as: UTF8.self)) {
        // A folder of that name that was removed may still be held open.
        folder.forget(stream)
        takeStream(stream, &changes)
      }
    case .name(let name, let watch):
      guard let stream = streamOfWatch[watch], let id = EventID(fileName: name.span) else { return }
      takeLink(id, stream, &changes)
    }
  }

  private mutating func takeEvent(_ id: EventID, _ changes: inout [CatalogChange]) {
    guard !known.contains(id) else { return }
    do {
      let type = try folder.readType(id)
      unfinished[id] = nil
      if known.insert(id) { changes.append(.appended(TypedID(id: id, type: type))) }
    } catch {
      wait(for: id, error, &changes)
    }
  }

  /// A file that another writer has named and not yet filled gets a second to become an event.
  private mutating func wait(
    for id: EventID, _ problem: ReadProblem, _ changes: inout [CatalogChange]
  ) {
    if case .system(.notFound) = problem {
      unfinished[id] = nil
      return
    }
    let now = SystemClock.monotonicNanoseconds()
    let firstSeen = unfinished[id] ?? now
    unfinished[id] = firstSeen
    // That no descriptor is free is no fault of the file.
    if case .system(.tooManyFiles) = problem { return }
    guard now - firstSeen > WatchSession.patienceNanoseconds else { return }
    unfinished[id] = nil
    changes.append(.problem(WatchSession.problem(id, problem)))
  }

  private mutating func retryUnfinished(_ changes: inout [CatalogChange]) {
    for id in unfinished.keys.sorted() { takeEvent(id, &changes) }
  }

  /// Lists again what could not be listed the last time, as when no descriptor was free.
  private mutating func retryUnlisted(_ changes: inout [CatalogChange]) {
    let names = unlisted
    unlisted = []
    for name in names {
      if let name { takeStream(name, &changes) } else { compareAll(&changes) }
    }
  }

  private mutating func takeStream(_ stream: StreamName, _ changes: inout [CatalogChange]) {
    guard let ids = try? watchAndList(stream) else {
      unlisted.insert(stream)
      return
    }
    if known.insert(stream) { changes.append(.streamFound(stream)) }
    for id in ids { takeLink(id, stream, &changes) }
  }

  private mutating func takeLink(
    _ id: EventID, _ stream: StreamName, _ changes: inout [CatalogChange]
  ) {
    guard known.insert(id, in: stream) else { return }
    // Two watches: the link's notice may be read before its event's.
    takeEvent(id, &changes)
    changes.append(.linked(id, to: stream))
  }

  /// Lists everything again, and tells how many events no notification had told of.
  mutating func compareWithFolders() -> [CatalogChange] {
    var changes: [CatalogChange] = []
    compareAll(&changes)
    let missedCount = changes.count { if case .appended = $0 { true } else { false } }
    return changes + [.compared(missedCount: missedCount)]
  }

  /// Lists everything again and takes what is new.
  private mutating func compareAll(_ changes: inout [CatalogChange]) {
    compareEvents(&changes)
    for name in streamNames() { takeStream(name, &changes) }
  }

  private mutating func compareEvents(_ changes: inout [CatalogChange]) {
    guard let ids = try? folder.eventIDs() else {
      unlisted.insert(nil)
      return
    }
    for id in ids { takeEvent(id, &changes) }
  }

  private mutating func streamNames() -> [StreamName] {
    if let names = try? folder.streamNames().names { return names }
    unlisted.insert(nil)
    return []
  }

  /// Looks at the folders' times and lists those that changed.
  private mutating func compareChanged(_ changes: inout [CatalogChange]) {
    if times.note(folder.time(of: folder.events.number), as: nil) { compareEvents(&changes) }
    for name in streamNames() where times.note(folder.stamp(of: name), as: name) {
      takeStream(name, &changes)
    }
  }

  /// Says once that the folder we hold is no longer the one at the store's path.
  private mutating func checkPath(_ changes: inout [CatalogChange]) {
    guard !isGone else { return }
    let held = try? SystemCalls.status(of: folder.root.number)
    guard let there = try? SystemCalls.statusOfFolder(path: folder.path) else {
      isGone = true
      changes.append(
        .storeGone("\(folder.path): the folder is gone. Showing what was read before."))
      return
    }
    if there.inode != held?.inode || there.device != held?.device {
      isGone = true
      changes.append(
        .storeGone("\(folder.path): another folder stands here now. Open it again to see it."))
    }
  }
}
