extension Disk {
  package func identity(of name: FileName, in folder: Int32) throws(Errno) -> FileIdentity {
    let status = try status(of: name, in: folder)
    return FileIdentity(inode: status.inode, sizeBytes: status.sizeBytes)
  }

  /// Reads what stands in a file from an offset on, at most so many bytes; nothing at the end.
  package func readBytes(
    _ descriptor: Int32, at offset: Int, maximumBytes: Int
  ) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: maximumBytes) { buffer, count in
      count = 0
      do throws(Errno) {
        while count < buffer.count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          let more = try unsafe read(descriptor, at: offset + count, into: rest)
          if more == 0 { return }
          count += more
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all the bytes; a full device may leave a part written.
  package func write(_ descriptor: Int32, bytes: [UInt8]) throws(Errno) {
    try unsafe write(descriptor, bytes.span.bytes)
  }

  /// The bytes of all names in a folder.
  package func names(in folder: Int32) throws(Errno) -> [[UInt8]] {
    var names: [[UInt8]] = []
    try forEachName(in: folder) { name, _ in names.append(name.indices.map { name[$0] }) }
    return names
  }
}
