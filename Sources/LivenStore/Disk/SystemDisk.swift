/// The file system of the machine.
package struct SystemDisk: Disk {
  package init() {}

  package func openFolder(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try SystemCalls.openFolder(name, in: folder)
  }

  package func openFile(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try SystemCalls.openFile(name, in: folder)
  }

  package func openLog(_ name: FileName, in folder: Int32) throws(Errno) -> FileDescriptor {
    try SystemCalls.openLog(name, in: folder)
  }

  package func openUnnamedFile(in folder: Int32, mode: UInt32) throws(Errno) -> FileDescriptor {
    try SystemCalls.openUnnamedFile(in: folder, mode: mode)
  }

  package func createFile(
    _ name: FileName, in folder: Int32, mode: UInt32
  ) throws(Errno) -> FileDescriptor {
    try SystemCalls.createFile(name, in: folder, mode: mode)
  }

  package func name(_ descriptor: Int32, _ name: FileName, in folder: Int32) throws(Errno) {
    try SystemCalls.name(descriptor, name, in: folder)
  }

  package func hardLink(_ name: FileName, as new: FileName, in folder: Int32) throws(Errno) {
    try SystemCalls.hardLink(name, as: new, in: folder)
  }

  package func rename(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    try SystemCalls.rename(name, in: folder, to: new, in: newFolder)
  }

  package func move(
    _ name: FileName, in folder: Int32, to new: FileName, in newFolder: Int32
  ) throws(Errno) {
    try SystemCalls.move(name, in: folder, to: new, in: newFolder)
  }

  package func symbolicLink(
    to text: FileName, _ name: FileName, in folder: Int32
  ) throws(Errno) {
    try SystemCalls.symbolicLink(to: text, name, in: folder)
  }

  package func unlink(_ name: FileName, in folder: Int32) throws(Errno) {
    try SystemCalls.unlink(name, in: folder)
  }

  package func makeFolder(_ name: FileName, in folder: Int32, mode: UInt32) throws(Errno) {
    try SystemCalls.makeFolder(name, in: folder, mode: mode)
  }

  package func exists(_ name: FileName, in folder: Int32) throws(Errno) {
    try SystemCalls.exists(name, in: folder)
  }

  package func linkText(_ name: FileName, in folder: Int32) throws(Errno) -> [UInt8] {
    try SystemCalls.linkText(name, in: folder)
  }

  package func status(of descriptor: Int32) throws(Errno) -> FileStatus {
    try SystemCalls.status(of: descriptor)
  }

  package func status(of name: FileName, in folder: Int32) throws(Errno) -> FileStatus {
    try SystemCalls.status(of: name, in: folder)
  }

  package func identity(of name: FileName, in folder: Int32) throws(Errno) -> FileIdentity {
    try SystemCalls.identity(of: name, in: folder)
  }

  package func forEachName(
    in folder: Int32, _ body: (Span<UInt8>, EntryKind) -> Void
  ) throws(Errno) {
    try DirectoryReader.forEachName(in: folder, body)
  }

  package func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try unsafe SystemCalls.read(descriptor, into: buffer)
  }

  package func read(
    _ descriptor: Int32, at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try unsafe SystemCalls.read(descriptor, at: offset, into: buffer)
  }

  package func write(_ descriptor: Int32, _ bytes: RawSpan) throws(Errno) {
    try SystemCalls.write(descriptor, bytes)
  }

  package func sync(_ descriptor: Int32) throws(Errno) { try SystemCalls.sync(descriptor) }

  package func syncEverything(_ descriptor: Int32) throws(Errno) {
    try SystemCalls.syncEverything(descriptor)
  }

  package func lock(_ descriptor: Int32, shared: Bool) throws(Errno) {
    try SystemCalls.lock(descriptor, shared: shared)
  }

  package func tryLock(_ descriptor: Int32) -> Bool { SystemCalls.tryLock(descriptor) }

  package func unlock(_ descriptor: Int32) { SystemCalls.unlock(descriptor) }
}
