/// One run of a ``StoreWatcher``: what it knows, and where it looks.
struct WatchSession {
  let folder: StoreFolder
  let notifier: ChangeNotifier?
  var mode: WatchMode
  var known = KnownNames()
  var streamOfWatch: [Int32: StreamName] = [:]
  var eventsWatch: Int32 = -1
  var streamsWatch: Int32 = -1
  /// Events whose files are not complete yet, with the time at which they were seen first.
  var unfinished: [EventID: UInt64] = [:]
  /// The streams that could not be listed the last time; `nil` stands for the store as a whole.
  var unlisted: Set<StreamName?> = []
  var times = FolderTimes()
  var isGone = false

  /// How long another writer may take to finish a file before it is told as a problem.
  static let patienceNanoseconds: UInt64 = 1_000_000_000

  init(folder: StoreFolder, usesNotifications: Bool) {
    self.folder = folder
    notifier = usesNotifications ? try? ChangeNotifier() : nil
    mode = notifier == nil ? .polling("no notifications here") : .notification
  }

  /// Whether something has happened that was not told yet.
  var hasNotices: Bool { notifier?.wait(timeoutMilliseconds: 0) ?? false }

  /// Begins to watch the folder of the streams, then lists it.
  mutating func watchAndListStreams() throws(EventStoreError) -> (
    names: [StreamName], problems: [StoreProblem]
  ) {
    watchPart { notifier, session throws(Errno) in
      session.streamsWatch = try notifier.watch(nil, in: session.folder.streams.number)
    }
    return try folder.streamNames()
  }

  /// Begins to watch the folder of the events and looks when it was last changed.
  mutating func watchEvents() -> Int64? {
    watchPart { notifier, session throws(Errno) in
      session.eventsWatch = try notifier.watch(nil, in: session.folder.events.number)
    }
    let time = folder.time(of: folder.events.number)
    times.note(time, as: nil)
    return time
  }

  private mutating func watchPart(
    _ start: (ChangeNotifier, inout WatchSession) throws(Errno) -> Void
  ) {
    guard let notifier else { return }
    do { try start(notifier, &self) } catch { mode = .polling("inotify limit reached") }
  }

  /// Who looks at streams for this session, on any thread.
  var lister: StreamLister {
    StreamLister(folder: folder, notifier: mode == .notification ? notifier : nil)
  }

  /// Begins to watch a stream and looks when it was last changed; `nil` if there is none.
  mutating func watch(_ name: StreamName) -> Int64? { note(lister.look(at: name), of: name) }

  /// Takes in what was seen of a stream when its watch began.
  @discardableResult
  mutating func note(_ look: FolderLook, of name: StreamName) -> Int64? {
    if let watch = look.watch { streamOfWatch[watch] = name }
    if look.problem == .notFound { return nil }
    if look.problem != nil { mode = .polling("inotify limit reached") }
    times.note(look.changedNanoseconds, as: name, readAt: look.lookedNanoseconds)
    return look.changedNanoseconds
  }

  /// Begins to watch a stream, then lists it.
  mutating func watchAndList(_ name: StreamName) throws(EventStoreError) -> [EventID] {
    guard watch(name) != nil else { return [] }
    return try folder.ids(in: name)
  }

  static func problem(_ id: EventID, _ problem: ReadProblem) -> StoreProblem {
    StoreProblem(subject: "events/\(id).json", message: problem.sentence, id: id)
  }
}
