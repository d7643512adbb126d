/// What was seen of a folder when its watch began.
struct FolderLook: Sendable {
  /// The number of the watch; `nil` without one.
  var watch: Int32?
  /// Why there is none.
  var problem: Errno?
  /// When the folder was last changed; `nil` if there is none.
  var changedNanoseconds: Int64?
  /// When that was read, in Unix time.
  var lookedNanoseconds: Int64 = 0
}
