/// What the store asks of a file system: every call by which it reads or changes what lies on disk.
///
/// ``SystemDisk`` is the real one. The store's code runs unchanged on any other, so that tests can stop
/// it between two calls, fail a call, or lose what was not synced.
package protocol Disk: Sendable {
  /// Opens a folder inside another one; refuses a symbolic link.
  func openFolder(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor
  /// Opens a file for reading; neither follows a link nor waits for a FIFO's writer.
  func openFile(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor
  /// Opens a file for reading and for writing at its end.
  func openLog(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor
  /// Opens a file that has no name yet (`O_TMPFILE`).
  func openUnnamedFile(in folder: Int32, mode: UInt32) throws(Errno) -> FileDescriptor
  /// Makes a file; fails with ``Errno/exists`` if the name is taken.
  func createFile(_ name: FileName, in folder: Int32, mode: UInt32) throws(Errno) -> FileDescriptor

  /// Gives an unnamed file its name; fails with ``Errno/exists`` if the name is taken.
  func name(_ descriptor: Int32, _ name: FileName, in folder: Int32) throws(Errno)
  /// Gives a file a second name (`link(2)`); fails with ``Errno/exists`` if that is taken.
  func hardLink(_ name: FileName, as new: FileName, in folder: Int32) throws(Errno)
  /// Moves a name from one folder to another; replaces what has the new name.
  func rename(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno)
  /// Moves a name from one folder to another; fails with ``Errno/exists`` if the new name is taken.
  func move(_ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32) throws(Errno)
  func symbolicLink(to text: FileName, _ name: FileName, in folder: Int32) throws(Errno)
  func unlink(_ name: FileName, in folder: Int32) throws(Errno)
  func makeFolder(_ name: FileName, in folder: Int32, mode: UInt32) throws(Errno)

  /// Whether there is something of this name; does not follow a symbolic link's text.
  func exists(_ name: FileName, in folder: Int32) throws(Errno)
  /// The text of a symbolic link, at most 256 bytes of it.
  func linkText(_ name: FileName, in folder: Int32) throws(Errno) -> [UInt8]
  func status(of descriptor: Int32) throws(Errno) -> FileStatus
  /// Looks at a name without following a symbolic link.
  func status(of name: FileName, in folder: Int32) throws(Errno) -> FileStatus
  /// The same, of inode and length alone: it is asked before each row of the ledger.
  func identity(of name: FileName, in folder: Int32) throws(Errno) -> FileIdentity
  /// Calls `body` with each name in a folder.
  func forEachName(in folder: Int32, _ body: (Span<UInt8>, EntryKind) -> Void) throws(Errno)

  /// Reads once, from where the last read ended; end of file is 0 bytes.
  func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// Reads once, from an offset on.
  func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int
  /// Writes all the bytes; a full device may leave a part written.
  func write(_ descriptor: Int32, _ bytes: RawSpan) throws(Errno)

  /// Brings a file's bytes, or a folder's names, to the device (`fsync(2)`).
  func sync(_ descriptor: Int32) throws(Errno)
  /// Brings everything of a file system to the device (`syncfs(2)`).
  func syncEverything(_ descriptor: Int32) throws(Errno)

  /// Takes an exclusive or shared lock of `flock(2)` and waits for it.
  func lock(_ descriptor: Int32, shared: Bool) throws(Errno)
  /// Takes an exclusive lock unless somebody has one.
  func tryLock(_ descriptor: Int32) -> Bool
  func unlock(_ descriptor: Int32)
}
