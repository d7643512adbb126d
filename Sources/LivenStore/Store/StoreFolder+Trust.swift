extension StoreFolder {
  /// Why the store is not to be written to unless the caller trusts it; `nil` if it may be.
  ///
  /// Whoever owns the folder, or may write to it, can put anything in the place of what we write
  /// (`safe.directory` of git-config(1) is there for the same reason).
  static func distrust(_ root: borrowing FileDescriptor, _ disk: any Disk) -> String? {
    guard disk is SystemDisk, let status = try? disk.status(of: root.number) else { return nil }
    let (groupWrites, othersWrite): (UInt32, UInt32) = (0o020, 0o002)
    if status.mode & othersWrite != 0 {
      return "everybody may write to it: take that right away (chmod o-w)"
    }
    // Who shares a folder with a group has said so, to those in it; a user's own sudo is no other user.
    let isShared = status.mode & groupWrites != 0 && FileSystem.currentUser != 0
    guard status.owner != FileSystem.currentUser, !isShared,
      Environment.value(of: "SUDO_UID") != String(status.owner)
    else { return nil }
    return "it belongs to another user (\(status.owner)): write as that user"
  }

  /// Whether who opened the store may write to it, as far as trust goes.
  var isTrusted: Bool { distrust == nil || options.trustsFolder }

  func checkTrust() throws(EventStoreError) {
    try StoreFolder.check(distrust, path, options)
  }

  static func check(
    _ distrust: String?, _ path: String, _ options: JSONEventStore.Options
  ) throws(EventStoreError) {
    guard let distrust, !options.trustsFolder else { return }
    throw EventStoreError(
      code: .permissionDenied, message: "\(path): \(distrust), or say that you trust it (--trust).")
  }
}
