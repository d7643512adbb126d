extension StoreFolder {
  /// Puts a complete file in the place of a derived one: readers meet the old one or the new one.
  func replaceFile(named name: String, in folder: Int32, _ bytes: [UInt8]) throws(Errno) {
    let aside = ".\(SystemEntropy.randomBits().1).tmp"
    try aside.withFileName { aside throws(Errno) in
      let file = try disk.createFile(aside, in: folder, mode: options.fileMode)
      do throws(Errno) {
        try disk.write(file.number, bytes: bytes)
        try name.withFileName { name throws(Errno) in
          try disk.rename(aside, in: folder, to: name, in: folder)
        }
      } catch {
        try? disk.unlink(aside, in: folder)
        throw error
      }
    }
  }
}
