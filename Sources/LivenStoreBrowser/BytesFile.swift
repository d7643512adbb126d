internal import LivenStore

/// A file of bytes that a person asked for.
enum BytesFile {
  /// Writes it if it is not there yet, and returns a sentence about it.
  static func save(_ bytes: [UInt8], what: String, to path: String) -> String {
    do { try TextFile.create(bytes, at: path) } catch .exists {
      return "\(path) is there already: give another name."
    } catch {
      return "\(path): cannot be written: \(error)"
    }
    return "Exported the \(what) to \(path)."
  }
}
