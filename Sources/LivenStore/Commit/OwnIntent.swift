/// An intent that this process wrote and holds locked until it is removed.
final class OwnIntent: Sendable {
  let nameless: NamelessFile
  let name: String
  let inner: InnerFolder

  init(_ nameless: consuming NamelessFile, name: String, inner: InnerFolder) {
    self.nameless = nameless
    self.name = name
    self.inner = inner
  }

  /// Everything in it is placed and synced.
  func remove(from folder: StoreFolder) { folder.removeIntent(name, inner) }
}
