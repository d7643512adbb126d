extension AggregateRepository {
  /// Saves what was applied: all of it, or nothing if somebody else has saved since the load.
  ///
  /// The events get ids above the last one that was loaded, and keep them: a save that failed may be tried
  /// again on the same root, after ``EventStoreError/Code/outcomeUnknown`` with a repository of a store that
  /// was opened anew.
  ///
  /// - Parameter root: the aggregate; its events count as saved afterwards.
  /// - Returns: whether anything was new, and the version; nothing applied is nothing saved.
  /// - Throws: ``EventStoreError`` of code `versionConflict` with the events between, `invalidName` if
  ///   the state has no id, and those of ``EventStore/append(_:to:expecting:)``.
  @discardableResult
  public func save(_ root: inout AggregateRoot<State>) async throws -> AppendResult {
    let stream: StreamName
    if let homeStream = root.homeStream {
      stream = homeStream
    } else {
      stream = try State.homeStream(of: root.state.id)
    }
    guard !root.unsaved.isEmpty else { return AppendResult(isNew: false, version: root.version) }
    let events = try root.mintUnsaved()
    let expected: ExpectedVersion = root.version == 0 ? .noStream : .exactly(root.version)
    let result = try await store.append(events, to: [stream], expecting: expected)
    // Not the stream's version: a retry finds what others have saved since, which the state has not seen.
    root.markSaved(in: stream, version: root.version + events.count)
    await snapshots?.keepIfDue(&root, of: stream)
    return result
  }

  /// Loads, changes and saves; begins again with what is stored by then if somebody else was faster.
  ///
  /// - Parameters:
  ///   - id: the aggregate's id; one without events is made.
  ///   - attemptCount: how often it is tried at most.
  ///   - change: applies events; called anew at each attempt.
  /// - Returns: what `change` returned.
  /// - Throws: what `change` throws, ``EventStoreError`` of code `versionConflict` after the last
  ///   attempt, and the errors of load and save. After `outcomeUnknown` do not update again: append the
  ///   error's ``EventStoreError/unsettledEvents`` to the home stream of a store that was opened anew.
  @discardableResult
  public func update<Result>(
    _ id: String, attemptCount: Int = 100,
    _ change: (inout AggregateRoot<State>) throws -> Result
  ) async throws -> Result {
    precondition(attemptCount > 0, "attemptCount (\(attemptCount)) must be greater than zero")
    let stream = try State.homeStream(of: id)
    var attempt = 1
    while true {
      var root = try await loadIfThere(stream) ?? AggregateRoot()
      root.homeStream = stream
      let result = try change(&root)
      do {
        try await save(&root)
        return result
      } catch let error as EventStoreError {
        guard error.code == .versionConflict, attempt < attemptCount else { throw error }
        attempt += 1
      }
    }
  }
}

extension AggregateRoot {
  /// The stored forms of what is not saved, made once, with ids above the last one loaded.
  mutating func mintUnsaved() throws -> [Event] {
    var floor = lastID
    for index in unsaved.indices {
      if unsaved[index].stored.map({ $0.id > floor ?? .lowest }) != true {
        let id = try ULIDGenerator.shared.next(above: floor)
        unsaved[index].stored = try Event(unsaved[index].event, id: id)
      }
      floor = unsaved[index].stored?.id
    }
    return unsaved.compactMap(\.stored)
  }

  mutating func markSaved(in stream: StreamName, version: Int) {
    lastID = unsaved.last?.stored?.id ?? lastID
    unsaved = []
    homeStream = stream
    self.version = version
  }
}
