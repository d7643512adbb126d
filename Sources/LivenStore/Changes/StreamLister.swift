/// Begins to watch streams and lists them, on any thread.
struct StreamLister: Sendable {
  let folder: StoreFolder
  /// `nil` if the folders are not to be watched.
  let notifier: ChangeNotifier?

  /// A stream's links, and what was seen of its folder before, if it was looked at.
  struct Listed: Sendable {
    let look: FolderLook?
    let ids: EventIDColumn
  }

  typealias Answer = Result<Listed, EventStoreError>

  /// Looks at a stream, then lists it.
  func lookAndList(_ name: StreamName) -> Answer { list(name, after: look(at: name)) }

  func list(_ name: StreamName, after look: FolderLook? = nil) -> Answer {
    Result { () throws(EventStoreError) in
      Listed(look: look, ids: EventIDColumn(try folder.ids(in: name)))
    }
  }

  /// Begins to watch a stream, then looks when it was last changed.
  func look(at name: StreamName) -> FolderLook {
    var look = FolderLook()
    do {
      look.watch = try notifier?.watch(name.description, in: folder.streams.number)
    } catch {
      look.problem = error
    }
    look.lookedNanoseconds = FolderClock.nowNanoseconds()
    look.changedNanoseconds = look.problem == .notFound ? nil : folder.stamp(of: name)
    return look
  }
}
