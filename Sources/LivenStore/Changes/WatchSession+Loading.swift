extension WatchSession {
  /// Tells what is there.
  mutating func load(
    stop: StopFlag, deliver: ([CatalogChange]) -> Void
  ) throws(EventStoreError) {
    let totals = folder.quickTotals()
    let ledger = LedgerSnapshot(folder)
    let newest = ledger?.newest(totals)
    if let newest { deliver([.found(newest)]) }
    var whole = ledger?.whole()
    whole?.isCounted = totals != nil
    var loading = StoreLoading(folder: folder, ledger: whole)
    if let whole { deliver([.found(whole)]) }
    var isComplete = false
    if let ledger, whole != nil { isComplete = try takeChanged(since: ledger, &loading) }
    if !isComplete {
      if whole != nil || newest != nil { deliver([.restarted]) }
      loading.restart()
      try listAll(&loading, deliver)
    }
    loading.catalog.isCounted = true
    loading.readTypes(stop: stop, deliver: deliver)
    deliver([.found(loading.catalog)])
    loading.checkLinks(stop: stop)
    deliver([.found(loading.catalog)])
    known = KnownNames(loading.catalog)
  }

  /// Lists the folders that the ledger was not compared with; false if names of the ledger are gone.
  ///
  /// The events come last: to watch a folder of a million names holds up who opens a file in it meanwhile,
  /// such as the browser for the first event that it shows.
  private mutating func takeChanged(
    since ledger: LedgerSnapshot, _ loading: inout StoreLoading
  ) throws(EventStoreError) -> Bool {
    let known = loading.catalog.extent
    let streamsTime = folder.stamp(of: folder.streams.number)
    let (names, problems) = try watchAndListStreams()
    guard Set(names).isSuperset(of: loading.catalog.streams.map(\.name)) else { return false }
    let changed = names.filter { name in
      let time = watch(name)
      return time == nil || time != ledger.stamp(of: name)
    }
    let time = watchEvents()
    if time == nil || time != ledger.stamps?.events, try !loading.takeNewEvents() { return false }
    for problem in problems { loading.catalog.note(problem) }
    let lister = lister
    guard try loading.takeNewLinks(of: changed, { lister.list(changed[$0]) }) else { return false }
    if loading.catalog.extent == known {
      keepTimes(ledger.stamps(after: times, ofStreams: streamsTime, changed), since: ledger)
    }
    return true
  }

  /// Leaves the times of folders that hold what the ledger tells for the next start.
  private func keepTimes(_ stamps: FolderStamps?, since ledger: LedgerSnapshot) {
    guard let stamps, stamps != ledger.stamps, let inner = folder.innerFolder() else { return }
    folder.writeStamps(stamps, inner)
  }

  /// Lists the streams while it lists the events, then looks up who is who.
  private mutating func listAll(
    _ loading: inout StoreLoading, _ deliver: ([CatalogChange]) -> Void
  ) throws(EventStoreError) {
    let (names, problems) = try watchAndListStreams()
    let lister = lister
    let early = WorkerParts<StreamLister.Answer>(count: names.count, partCount: 1)
    early.start(threadCount: 1) { early.work { lister.lookAndList(names[$0]) } }
    defer { early.stop() }
    _ = watchEvents()
    _ = try loading.takeNewEvents()
    deliver([.found(loading.catalog)])
    for problem in problems { loading.catalog.note(problem) }
    early.stop()
    let listed = early.inOrder()
    let list = { @Sendable in $0 < listed.count ? listed[$0] : lister.lookAndList(names[$0]) }
    _ = try loading.takeNewLinks(of: names, list) { loading, name, listed in
      if let look = listed.look { note(look, of: name) }
      loading.tellNowAndThen(deliver)
    }
  }
}
