/// One change of a file system, in terms of nodes that are numbered as they were made.
package enum DiskOperation: Sendable, Hashable {
  case make(DiskState.Kind, [UInt8])
  case write(Int, [UInt8])
  case enter(folder: Int, name: String, node: Int)
  case remove(folder: Int, name: String)
  case rename(folder: Int, name: String, newFolder: Int, newName: String)
  case sync(Int)
  /// The store told its caller that this append is done.
  case acknowledge(Int)
}
