/// The folder `.livenstore`, held open, with the appends that are under way in it.
final class InnerFolder: Sendable {
  let root: FileDescriptor
  let intents: FileDescriptor

  /// Opens what is there; `nil` if there is none.
  static func open(in root: Int32, disk: any Disk) throws(Errno) -> InnerFolder? {
    do {
      return try InnerFolder(in: root, disk: disk)
    } catch .notFound {
      return nil
    }
  }

  /// Makes what is not there; true if the folder is new.
  static func make(in root: Int32, disk: any Disk, mode: UInt32) throws(Errno) -> Bool {
    let isNew = try makeFolder(StoreLayout.inner, in: root, disk, mode)
    let inner = try StoreLayout.inner.withFileName { name throws(Errno) in
      try disk.openFolder(name, in: root)
    }
    try makeFolder(StoreLayout.intents, in: inner.number, disk, mode)
    return isNew
  }

  private init(in root: Int32, disk: any Disk) throws(Errno) {
    let inner = try StoreLayout.inner.withFileName { name throws(Errno) in
      try disk.openFolder(name, in: root)
    }
    intents = try StoreLayout.intents.withFileName { name throws(Errno) in
      try disk.openFolder(name, in: inner.number)
    }
    self.root = inner
  }

  @discardableResult
  private static func makeFolder(
    _ name: String, in folder: Int32, _ disk: any Disk, _ mode: UInt32
  ) throws(Errno) -> Bool {
    do {
      try name.withFileName { name throws(Errno) in
        try disk.makeFolder(name, in: folder, mode: mode)
      }
      return true
    } catch .exists {
      return false
    }
  }
}
