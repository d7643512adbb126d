/// An event store that is a folder of plain files.
///
/// ```
/// events/<id>.json            one event
/// streams/<name>/<id>.json    symbolic link to it
/// ```
/// Any number of threads and processes, of this library or another, may use one folder at once. Each
/// operation is there twice: synchronous code writes `try`, asynchronous code `try await`.
public final class JSONEventStore: EventStore {
  let folder: StoreFolder
  let subscriptions: any SubscriptionManager

  /// Opens the store in a folder and creates what is missing.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: durability, limits and modes.
  ///   - subscriptions: who delivers what `publish` stores.
  /// - Throws: ``EventStoreError`` of code `notAStore`, `permissionDenied`, `noSpace`, `unsupported`.
  public convenience init(
    at path: String, options: Options = Options(),
    subscriptions: any SubscriptionManager = InMemorySubscriptionManager()
  ) throws(EventStoreError) {
    try StoreFolder.create(at: path, options: options)
    try self.init(opening: path, options: options, subscriptions: subscriptions)
    try folder.prepareForWriting()
  }

  /// Opens a store that is there; creates and changes nothing.
  ///
  /// An append to it makes what is missing.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - options: durability, limits and modes.
  ///   - subscriptions: who delivers what `publish` stores.
  /// - Throws: ``EventStoreError`` of code `notFound`, `notAStore`, `permissionDenied`.
  public init(
    opening path: String, options: Options = Options(),
    subscriptions: any SubscriptionManager = InMemorySubscriptionManager()
  ) throws(EventStoreError) {
    folder = try StoreFolder(opening: path, options: options)
    self.subscriptions = subscriptions
  }

  /// Opens the folders of a store on any disk.
  package init(
    path: String, root: consuming FileDescriptor, disk: any Disk, options: Options = Options()
  ) throws(EventStoreError) {
    folder = try StoreFolder(path: path, root: root, disk: disk, options: options)
    subscriptions = InMemorySubscriptionManager()
  }

  /// Makes what a writer needs, and completes the appends of dead processes.
  package func recover() throws(EventStoreError) { try folder.prepareForWriting() }

  /// The folder, as it was given.
  public var path: String { folder.path }

  /// What this store promises.
  public var guarantees: StoreGuarantees {
    StoreGuarantees(
      acknowledged: folder.options.durability == .synced ? .device : .process,
      maximumEventBytes: folder.options.maximumEventBytes)
  }

  /// Calls a handler for each event of these types that this handle publishes from now on.
  public func subscribe(
    to types: [EventType], handler: @escaping @Sendable (Event) -> Void
  ) -> Subscription {
    subscriptions.subscribe(to: types, handler: handler)
  }

  func publishNow(_ event: Event) throws(EventStoreError) -> AppendResult {
    let result = try append(event)
    if result.isNew { subscriptions.publish(event) }
    return result
  }

  func streamsNow(after: StreamName?, limit: Int) throws(EventStoreError) -> [StreamSummary] {
    if ledgerIsCurrent(), let totals = try ledgerTotals() {
      let start = after.map { name in totals.streams.partitioningIndex { $0.name > name } } ?? 0
      return Array(totals.streams[start...].prefix(limit))
    }
    let names = try folder.streamNames().names
    let start = after.map { name in names.partitioningIndex { $0 > name } } ?? 0
    var summaries: [StreamSummary] = []
    for name in names[start...].prefix(limit) {
      let ids = try folder.ids(in: name)
      summaries.append(StreamSummary(name: name, version: ids.count, lastID: ids.last))
    }
    return summaries
  }
}
