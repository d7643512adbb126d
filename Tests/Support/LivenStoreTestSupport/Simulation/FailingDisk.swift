package import LivenStore
import Synchronization

/// A simulated disk one of whose syncs fails, and that watches what is synced again after it; it may also
/// become full, or have no descriptor left.
package final class FailingDisk: Disk {
  private struct Syncs {
    var count = 0
    var failed: Int32?
    var repeated = 0
  }

  private let disk: SimulatedDisk
  private let failingSync: Int
  private let syncs = Mutex(Syncs())

  private let isFull = Mutex(false)
  private let shortage = Mutex((isShort: false, refusedCount: 0))

  /// The sync of this number, from 1, fails; none where it is 0.
  package init(_ disk: SimulatedDisk = SimulatedDisk(), failingSync: Int = 0) {
    self.disk = disk
    self.failingSync = failingSync
  }

  /// From now on there are no descriptors, or there are again, to open and to list with.
  package func setShort(_ isShort: Bool) { shortage.withLock { $0.isShort = isShort } }

  /// How often there was no descriptor.
  package var refusedCount: Int { shortage.withLock { $0.refusedCount } }

  private func takeDescriptor() throws(Errno) {
    let isShort = shortage.withLock { shortage in
      if shortage.isShort { shortage.refusedCount += 1 }
      return shortage.isShort
    }
    if isShort { throw .tooManyFiles }
  }

  /// From now on nothing more can be written.
  package func fill() { isFull.withLock { $0 = true } }

  /// How often an open file was synced again after its sync had failed.
  package var repeatedSyncCount: Int { syncs.withLock { $0.repeated } }

  package func root() -> FileDescriptor { disk.root() }

  package func sync(_ descriptor: Int32) throws(Errno) {
    let fails = syncs.withLock { syncs in
      if syncs.failed == descriptor { syncs.repeated += 1 }
      syncs.count += 1
      if syncs.count == failingSync { syncs.failed = descriptor }
      return syncs.count == failingSync
    }
    if fails { throw .input }
    try disk.sync(descriptor)
  }

  package func openFolder(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try takeDescriptor()
    return try disk.openFolder(name, in: folder)
  }
  package func openFile(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try takeDescriptor()
    return try disk.openFile(name, in: folder)
  }
  package func openLog(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try disk.openLog(name, in: folder)
  }
  package func openUnnamedFile(in folder: Int32, mode: UInt32) throws(Errno) -> FileDescriptor {
    try disk.openUnnamedFile(in: folder, mode: mode)
  }
  package func createFile(
    _ name: FileName, in folder: Int32, mode: UInt32
  ) throws(Errno) -> FileDescriptor {
    try disk.createFile(name, in: folder, mode: mode)
  }
  package func name(_ descriptor: Int32, _ name: FileName, in folder: Int32) throws(Errno) {
    try disk.name(descriptor, name, in: folder)
  }
  package func hardLink(_ name: FileName, as new: FileName, in folder: Int32) throws(Errno) {
    try disk.hardLink(name, as: new, in: folder)
  }
  package func rename(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    try disk.rename(name, in: folder, to: new, in: newFolder)
  }
  package func move(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    try disk.move(name, in: folder, to: new, in: newFolder)
  }
  package func symbolicLink(to text: FileName, _ name: FileName, in folder: Int32) throws(Errno) {
    try disk.symbolicLink(to: text, name, in: folder)
  }
  package func unlink(_ name: FileName, in folder: Int32) throws(Errno) {
    try disk.unlink(name, in: folder)
  }
  package func makeFolder(_ name: FileName, in folder: Int32, mode: UInt32) throws(Errno) {
    if isFull.withLock({ $0 }) { throw .noSpace }
    try disk.makeFolder(name, in: folder, mode: mode)
  }
  package func exists(_ name: FileName, in folder: Int32) throws(Errno) {
    try disk.exists(name, in: folder)
  }
  package func linkText(_ name: FileName, in folder: Int32) throws(Errno) -> [UInt8] {
    try disk.linkText(name, in: folder)
  }
  package func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try disk.status(of: descriptor)
  }
  package func status(of name: FileName, in folder: Int32) throws(Errno) -> FileStatus {
    try disk.status(of: name, in: folder)
  }
  package func forEachName(
    in folder: Int32, _ body: (Span<UInt8>, EntryKind) -> Void
  ) throws(Errno) {
    try takeDescriptor()
    try disk.forEachName(in: folder, body)
  }
  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try unsafe disk.read(descriptor, into: buffer)
  }
  package func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try unsafe disk.read(descriptor, at: offset, into: buffer)
  }
  package func write(_ descriptor: Int32, _ bytes: RawSpan) throws(Errno) {
    if isFull.withLock({ $0 }) { throw .noSpace }
    try disk.write(descriptor, bytes)
  }
  package func syncEverything(_ descriptor: Int32) throws(Errno) {
    try disk.syncEverything(descriptor)
  }
  package func lock(_ descriptor: Int32, shared: Bool) throws(Errno) {}
  package func tryLock(_ descriptor: Int32) -> Bool { true }
  package func unlock(_ descriptor: Int32) {}
}
